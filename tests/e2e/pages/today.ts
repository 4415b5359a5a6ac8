import { type Locator, expect } from '@playwright/test';

import { Screen } from './screen';

/** The first screen: what is next, and the day's list. */
export class Today extends Screen {
  get list(): Locator {
    return this.page.getByRole('region', { name: 'Today’s list' });
  }

  get startHeelDrops(): Locator {
    return this.button('Start heel raises');
  }

  get startKneeBends(): Locator {
    return this.button('Start knee bends');
  }

  get unfinished(): Locator {
    return this.page.getByRole('heading', { name: 'You were in the middle of something' });
  }

  get goOn(): Locator {
    return this.button('Go on with it');
  }

  get endAndNote(): Locator {
    return this.button('End it and note what I did');
  }

  get undo(): Locator {
    return this.button('Undo');
  }

  async expectHeelDrops(text: string): Promise<void> {
    await expect(this.list).toContainText(text);
  }
}
