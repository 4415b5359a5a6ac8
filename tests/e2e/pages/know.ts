import type { Locator } from '@playwright/test';

import { Screen } from './screen';

/** The search and the ways in. */
export class Know extends Screen {
  get search(): Locator {
    return this.page.getByRole('searchbox', { name: 'Search' });
  }

  /** How many pages were found, in words. */
  get found(): Locator {
    return this.main.getByRole('status');
  }

  get results(): Locator {
    return this.page.getByRole('navigation', { name: 'What was found' });
  }

  get ways(): Locator {
    return this.page.getByRole('navigation', { name: 'Know', exact: true });
  }
}

/** A page of the guide. */
export class SymptomPage extends Screen {
  get note(): Locator {
    return this.button('I notice this today');
  }

  get takeBack(): Locator {
    return this.button('Take it back');
  }
}
