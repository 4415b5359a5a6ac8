import type { Locator } from '@playwright/test';

import { Screen } from './screen';

/** One exercise, and the page with its choices. */
export class Exercise extends Screen {
  /** The way to the choices. */
  get change(): Locator {
    return this.link('Change the plan');
  }

  get didByHand(): Locator {
    return this.button('I did it without the app');
  }

  get moreRounds(): Locator {
    return this.button('One round more');
  }

  get styles(): Locator {
    return this.page.getByRole('group', { name: 'Kind', exact: true }).getByRole('radio');
  }

  style(name: string): Locator {
    return this.page.getByRole('group', { name: 'Kind', exact: true }).getByRole('radio', { name: new RegExp(`^${name}\\.`) });
  }
}
