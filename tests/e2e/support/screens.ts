// Every screen by its address, with its heading and the tab it belongs to.

export type ScreenInfo = { hash: string; heading: string | RegExp; title: string; tab?: string };

export const SCREENS: ScreenInfo[] = [
  { hash: '#/today', heading: /^(Good (morning|afternoon|evening)|Welcome.*)$/, title: 'Today', tab: 'Today' },
  { hash: '#/move', heading: 'Move', title: 'Move', tab: 'Move' },
  { hash: '#/move/heel-drop', heading: 'Heel drops', title: 'Heel drops', tab: 'Move' },
  { hash: '#/move/knee-bend', heading: 'Knee bends', title: 'Knee bends', tab: 'Move' },
  { hash: '#/move/safety', heading: /.+/, title: 'A few questions first', tab: 'Move' },
  { hash: '#/nourish', heading: 'Nourish', title: 'Nourish', tab: 'Nourish' },
  { hash: '#/know', heading: 'Know', title: 'Know', tab: 'Know' },
  { hash: '#/know/get-help', heading: 'Get help', title: 'Get help', tab: 'Know' },
  { hash: '#/know/traditional', heading: 'The traditional view', title: 'The traditional view', tab: 'Know' },
  { hash: '#/journal', heading: 'Journal', title: 'Journal', tab: 'Journal' },
  { hash: '#/settings', heading: 'Settings', title: 'Settings' },
  { hash: '#/no/such/page', heading: 'This page is not here', title: 'This page is not here' },
];
