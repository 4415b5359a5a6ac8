// The safety questions: what is not safe is not offered, help is one tap away, and nothing is a score.

import { Coach, SetUp } from '../pages/coach';
import { Exercise } from '../pages/exercise';
import { GetHelp } from '../pages/get-help';
import { type Answers, GROUPS, type Given, LINES, NOTHING, type Question, QUESTIONS, Safety, answerQuestions, answerSafety } from '../pages/safety';
import { Today } from '../pages/today';
import { answered, easySessions, everything, noted, open, settings } from '../support/store';
import { type Page, expect, test } from '../support/test';

const REASONS: Partial<Record<Question, string>> = {
  recentBreak: 'a broken bone or an operation in the last 3 months',
  spineBreak: 'a broken bone in the spine, or more than one that broke easily',
  newPain: 'new pain that no one has explained',
  heartOrBreath: 'trouble with heart or breathing, or being ill now',
  breakAfter50: 'a bone broken after 50',
  osteoporosis: 'osteoporosis, or a risk of weak bones',
  fall: 'a fall in the last year, or feeling unsteady',
  dizzy: 'feeling dizzy',
  joints: 'trouble with the back, a joint, a leg or a foot',
};

const NOT_UNTIL = ['recentBreak', 'spineBreak', 'newPain'] as const;
const GENTLE_FIRST = ['breakAfter50', 'osteoporosis', 'fall', 'dizzy', 'joints'] as const;

async function toVerdict(page: Page, url: string, answers: Answers) {
  await page.goto(url);
  await new Today(page).startHeelDrops.click();
  return answerSafety(page, answers);
}

/** From ten times no, one of them changed. */
async function change(page: Page, url: string, question: Question, given: Given): Promise<Safety> {
  await page.goto(`${url}#/move/safety`);
  const safety = new Safety(page);
  await page.getByText('Change my answers').click();
  await safety.change(question, given);
  return safety;
}

async function expectStyles(page: Page, url: string, heelDrops: string[], kneeBends: string[]): Promise<void> {
  for (const [hash, names] of [
    ['#/move/heel-drop', heelDrops],
    ['#/move/knee-bend', kneeBends],
  ] as const) {
    await page.goto(`${url}${hash}/plan`);
    const exercise = new Exercise(page);
    await expect(exercise.styles).toHaveCount(names.length);
    for (const name of names) await expect(exercise.style(name)).toBeVisible();
  }
}

test.describe('one answer that is not no', () => {
  test.use({ kept: answered() });

  for (const [place, question] of NOT_UNTIL.entries()) {
    const given = place % 2 === 0 ? 'yes' : 'not sure';
    test(`"${given}" to "${QUESTIONS[question]}" leaves only seated heel raises, with the reason and help`, async ({ page, address }) => {
      const safety = await change(page, address(), question, given);
      await safety.expectOpen('Please ask first');
      await expect(safety.reasons.first()).toHaveText(REASONS[question]!);
      await expect(page.getByRole('heading', { name: 'Who to ask' })).toBeVisible();
      await expect(safety.startHeelDrops).toHaveCount(0);
      await expect(page.getByRole('link', { name: 'Seated heel raises' })).toBeVisible();
      await page.getByRole('main').getByRole('link', { name: 'Get help' }).click();
      await new GetHelp(page).expectOpen('Get help');
      await page.goBack();
      await safety.expectOpen('Please ask first');

      await expectStyles(page, address(), ['Seated'], []);
      await page.goto(address('#/today'));
      await expect(page.getByRole('main')).toContainText('Seated.');
      await expect(new Today(page).list.getByText('Not open now')).toBeVisible();
      await new Today(page).startHeelDrops.click();
      await new SetUp(page).begin();
      await new Coach(page).expectSays('Sit tall, feet flat.');
    });
  }

  test('trouble with heart or breath leaves nothing, no button to start, and a button to call', async ({ page, address }) => {
    const safety = await change(page, address(), 'heartOrBreath', 'not sure');
    await safety.expectOpen('No exercise for now');
    await expect(safety.reasons).toHaveText([REASONS.heartOrBreath!]);
    await expect(safety.startHeelDrops).toHaveCount(0);
    await expect(page.getByRole('link', { name: /^Call \d+/ }).first()).toBeVisible();
    await expectStyles(page, address(), [], []);
    await page.goto(address('#/today'));
    await expect(page.getByRole('heading', { name: 'No exercise for now' })).toBeVisible();
    await expect(page.getByRole('button', { name: /Start/ })).toHaveCount(0);
  });

  for (const question of GENTLE_FIRST) {
    test(`"yes" to "${QUESTIONS[question]}" never shows a drop`, async ({ page, address }) => {
      const safety = await change(page, address(), question, 'yes');
      await safety.expectOpen('Gentle first');
      await expect(safety.reasons).toHaveText([REASONS[question]!]);
      await expectStyles(page, address(), ['Seated', 'Gentle'], ['Seated', 'Sit to stand', 'Quarter bend']);
    });
  }
});

test('all no leads straight to the set-up, opens the drops step by step, and begins with Gentle', async ({ page, address }) => {
  await toVerdict(page, address(), 'all no');
  const setUp = new SetUp(page);
  await setUp.expectOpen('Set up');
  await expect(page.getByText('Standing exercise is open.')).toBeVisible();
  await expect(page.getByText('Heel raises, Gentle')).toBeVisible();
  await page.goto(address('#/move/safety'));
  await new Safety(page).expectOpen('Standing exercise is open');
  await expectStyles(page, address(), ['Seated', 'Gentle', 'Soft drop'], ['Seated', 'Sit to stand', 'Quarter bend']);
  await page.goto(address('#/move/heel-drop/plan'));
  await expect(page.getByText('Firm drop and Traditional open after 3 sessions')).toBeVisible();
});

test.describe('after three easy sessions', () => {
  test.use({ kept: { ...answered(), ...easySessions() } });

  test('the firm styles are open, and what drops is called a drop', async ({ page, address }) => {
    await page.goto(address('#/move/heel-drop'));
    const exercise = new Exercise(page);
    await exercise.change.click();
    await expect(exercise.styles).toHaveCount(5);
    await exercise.style('Traditional').check();
    await exercise.link('Done').click();
    await exercise.expectOpen('Heel drops');
    await page.getByRole('button', { name: 'Start heel drops', exact: true }).click();
    await expect(page.getByText('No hand is holding on.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Stop at once if' })).toBeVisible();
  });
});

test('nothing to hold on to: seated for now, and no doctor is needed', async ({ page, address }) => {
  const safety = await toVerdict(page, address(), { noSupport: 'yes' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Seated for now');
  await expect(safety.startHeelDrops).toHaveText('Start heel raises (Seated)');
  await expectStyles(page, address(), ['Seated'], ['Seated']);
});

test('help is one tap away from every screen of questions, Back goes back, and the answers survive a reload', async ({ page, address }) => {
  await page.goto(address());
  await new Today(page).startHeelDrops.click();
  const safety = new Safety(page);
  for (const [place, name] of NOTHING.entries()) {
    await safety.expectScreen(place + 1);
    await expect(safety.heading).toBeFocused();
    await safety.help.click();
    await new GetHelp(page).expectOpen('Get help');
    await page.goBack();
    await safety.expectScreen(place + 1);
    if (place === 2) {
      await safety.button('Back').click();
      await safety.expectScreen(2);
      await expect(safety.notSure).toHaveAttribute('aria-pressed', 'true');
      await safety.button('No').click();
      await page.reload();
      await safety.expectScreen(3);
    }
    await safety.goOn(place === 1 ? 'Not sure' : name);
  }
  await safety.expectOpen('Check your answers');
  await safety.help.click();
  await new GetHelp(page).expectOpen('Get help');
  await page.goBack();
  await safety.expectOpen('Check your answers');
});

test('each tick answers its own question, at once; the rest is asked one by one after a look elsewhere', async ({ page, address }) => {
  await page.goto(address('#/move/safety'));
  const safety = new Safety(page);
  await safety.line('spineBreak').check();
  const answers = async () => open<{ answers: Record<string, string | null> }>((await everything(page))['bonewise:safety']).answers;
  expect(await answers()).toMatchObject({ recent_break: null, spine_break: 'yes', break_after_50: null });
  await page.reload();
  await expect(safety.heading).toContainText(QUESTIONS.recentBreak);
  await safety.button('Back').click();
  await safety.expectScreen(1);
  await expect(safety.line('spineBreak')).toBeChecked();
  await safety.line('spineBreak').uncheck();
  await safety.line('recentBreak').check();
  await safety.goOn('Next');
  await safety.expectScreen(2);
  expect(await answers()).toMatchObject({ recent_break: 'yes', spine_break: 'no', break_after_50: 'no', heart_or_breath: null });
});

test('who is not sure is asked one by one, and the list shows it afterwards', async ({ page, address }) => {
  await page.goto(address('#/move/safety'));
  const safety = new Safety(page);
  for (const number of [1, 2]) await safety.answerScreen(number, () => 'no');
  await safety.answerScreen(3, (question) => ({ fall: 'yes', dizzy: 'not sure' } as Partial<Record<Question, Given>>)[question] ?? 'no');
  await safety.expectScreen(4);
  await safety.button('Back').click();
  await safety.expectScreen(3);
  await expect(safety.line('fall')).toBeChecked();
  await expect(safety.line('newPain')).not.toBeChecked();
  await expect(safety.line('dizzy')).toBeChecked({ indeterminate: true });
  await safety.goOn('Next');
  await safety.expectScreen(4);
});

test('the answers are looked through before the result, and each can be changed', async ({ page, address }) => {
  await page.goto(address('#/move/safety'));
  const safety = await answerQuestions(page, { osteoporosis: 'yes', noSupport: 'yes' });
  const said = page.getByRole('main').getByRole('listitem');
  await expect(said).toHaveCount(GROUPS.length);
  await expect(said.nth(0)).toContainText('None');
  await expect(said.nth(3)).toContainText(`Yes: ${LINES.osteoporosis}`);
  await expect(said.nth(4)).toContainText('No');
  await safety.button('Change: Sturdy chair').click();
  await safety.answer('noSupport', 'no');
  await expect(safety.heading).toHaveText('Check your answers');
  await expect(said.nth(4)).toContainText('Yes');
  await safety.right.click();
  await safety.expectOpen('Gentle first');
});

test.describe('a doctor or physiotherapist has said yes', () => {
  test.use({ kept: answered({ spine_break: 'yes' }) });

  test('it is noted with its date, opens what it says, and can be taken back', async ({ page, address }) => {
    await page.goto(address('#/move/safety'));
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText('Please ask first');
    await page.getByRole('button', { name: 'My doctor or physiotherapist said yes to slow standing exercise' }).click();
    await expect(heading).toHaveText('Gentle first');
    await expect(page.getByText(/^Noted on \w+/)).toBeVisible();
    await expectStyles(page, address(), ['Seated', 'Gentle'], ['Seated', 'Sit to stand', 'Quarter bend']);

    await page.goto(address('#/move/safety'));
    await page.getByRole('button', { name: 'My doctor or physiotherapist said yes to heel drops with impact' }).click();
    await expect(heading).toHaveText('Standing exercise is open');
    const kept = open<{ clearance: { scope: string; day: string } }>((await everything(page))['bonewise:safety']);
    expect(kept.clearance).toMatchObject({ scope: 'all', day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });

    await page.getByRole('button', { name: 'Take this back' }).click();
    await expect(heading).toHaveText('Please ask first');
    await expectStyles(page, address(), ['Seated'], []);
  });

  test('it no longer counts when an answer turns, and says why and what to ask', async ({ page, address }) => {
    await page.goto(address('#/move/safety'));
    await page.getByRole('button', { name: /said yes to heel drops with impact$/ }).click();
    await page.getByText('Change my answers').click();
    await page.getByRole('button', { name: /^Change: Have you broken a bone/ }).click();
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Please ask first');
    await expect(page.getByText('The yes you noted no longer counts.')).toBeVisible();
    await expect(page.getByText('Something has changed since then: a broken bone or an operation in the last 3 months.')).toBeVisible();
    await expectStyles(page, address(), ['Seated'], []);
  });
});

test.describe('a style chosen before the answers changed', () => {
  const drop = { routine: 'heel_drop', style: 'firm_drop', rounds: 2, reps: 5, tempo: 'normal' };
  test.use({ kept: { ...answered({ osteoporosis: 'not_sure' }), ...settings({ heel_drop: drop }) } });

  test('is not begun: the nearest open one takes its place, and says why', async ({ page, address }) => {
    await page.goto(address('#/move/heel-drop'));
    await expect(page.getByText('This is the kind that is open with your safety answers.')).toBeVisible();
    const exercise = new Exercise(page);
    await exercise.change.click();
    await expect(page.getByText('This is the kind that is open with your safety answers.')).toBeVisible();
    await expect(exercise.style('Gentle')).toBeChecked();
    await page.goBack();
    await page.getByRole('button', { name: 'Start heel raises', exact: true }).click();
    await expect(page.getByText('Heel raises, Gentle')).toBeVisible();
    await new SetUp(page).begin();
    await expect(new Coach(page).main).toContainText('Hold on to your support.');
  });
});

test('nothing starts before the questions: a link straight to the coach leads away', async ({ page, address }) => {
  await page.goto(address('#/coach'));
  await expect(page).not.toHaveURL(/#\/coach$/);
  await expect(page.getByRole('button', { name: 'I’m ready' })).toBeHidden();
  await page.goto(address('#/move/knee-bend'));
  await page.getByRole('button', { name: 'Start knee bends' }).click();
  await new Safety(page).expectScreen(1);
});

test.describe('a sign that needs a doctor, noted today', () => {
  test.use({
    kept: {
      ...answered(),
      ...noted('n1', '2026-11-22', { note: { places: ['lower_back'], pain: null, trigger: 'lift', lasting: null, posture: null, lying: null, signs: [] } }),
    },
  });

  test('stands on Today in place of the button to start', async ({ page, address }) => {
    await page.goto(address('#/today'));
    await expect(page.getByRole('heading', { name: 'Help comes first today' })).toBeVisible();
    await expect(page.getByRole('button', { name: /Start/ })).toHaveCount(0);
    await page.getByRole('main').getByRole('link', { name: 'Get help' }).click();
    await new GetHelp(page).expectOpen('Get help');
    await page.goto(address('#/move/safety'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No exercise for now');
    await expect(page.getByText('You noted a sign that needs a doctor, so your “No” counts as “Not sure”')).toBeVisible();
  });
});

test.describe('answers of long ago', () => {
  test.use({ kept: answered({}, '2026-08-01') });

  test('are shown on one screen, and one tap keeps them', async ({ page, address }) => {
    await page.goto(address('#/today'));
    await expect(page.getByText('only slow and seated exercise is open')).toBeVisible();
    await page.getByRole('link', { name: 'Look at my answers' }).click();
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText('Is this still right?');
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(10);
    await page.getByRole('button', { name: 'Yes, all of this is right' }).click();
    await expect(heading).toHaveText('Standing exercise is open');
    await expectStyles(page, address(), ['Seated', 'Gentle', 'Soft drop'], ['Seated', 'Sit to stand', 'Quarter bend']);
  });

  test('can be changed one by one', async ({ page, address }) => {
    await page.goto(address('#/move/safety'));
    await page.getByRole('button', { name: /^Change: Have you fallen/ }).click();
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is this still right?');
    await page.getByRole('button', { name: 'Yes, all of this is right' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gentle first');
  });
});
