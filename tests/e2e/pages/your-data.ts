import { readFile } from 'node:fs/promises';

import { type Locator, expect } from '@playwright/test';

import { Screen } from './screen';

/** A file as a person would choose it. */
export type File = { name: string; mimeType: string; buffer: Buffer };

export function file(text: string, name = 'bonewise-backup-2026-11-20.json'): File {
  return { name, mimeType: 'application/json', buffer: Buffer.from(text) };
}

/** "Your data", a part of the settings. */
export class YourData extends Screen {
  get part(): Locator {
    return this.page.getByRole('region', { name: 'Your data', exact: true });
  }

  get title(): Locator {
    return this.page.getByRole('heading', { name: 'Your data', exact: true });
  }

  get save(): Locator {
    return this.button('Save a backup');
  }

  /** The box that is ticked for a locked backup. */
  get lock(): Locator {
    return this.part.getByRole('checkbox', { name: 'Lock the backup with a passphrase' });
  }

  get saveLocked(): Locator {
    return this.button('Save a locked backup');
  }

  get passphrase(): Locator {
    return this.part.getByLabel('Passphrase', { exact: true });
  }

  /** What asks for the passphrase of a file that was chosen. */
  get locked(): Locator {
    return this.part.getByRole('region', { name: 'This backup is locked' });
  }

  get open(): Locator {
    return this.locked.getByRole('button', { name: 'Open the file' });
  }

  /** What is said at the passphrase. */
  get wrong(): Locator {
    return this.locked.getByRole('alert');
  }

  get chooseFolder(): Locator {
    return this.part.getByRole('button', { name: 'Choose a folder' });
  }

  get saveInFolder(): Locator {
    return this.part.getByRole('button', { name: 'Save there now' });
  }

  /** What is said about the folder above any screen. */
  get folderNews(): Locator {
    return this.page.getByRole('complementary', { name: 'Your backup folder' });
  }

  get field(): Locator {
    return this.page.getByLabel('Choose your backup file');
  }

  /** What is said at the file; below it a passphrase may have its own. */
  get message(): Locator {
    return this.part.getByRole('alert').first();
  }

  get preview(): Locator {
    return this.page.getByRole('region', { name: 'What is in this backup' });
  }

  get add(): Locator {
    return this.preview.getByRole('button', { name: 'Add these to this device' });
  }

  get leave(): Locator {
    return this.preview.getByRole('button', { name: 'Leave it' });
  }

  get undo(): Locator {
    return this.part.getByRole('button', { name: 'Undo' });
  }

  get delete(): Locator {
    return this.button('Delete everything');
  }

  get ask(): Locator {
    return this.page.getByRole('region', { name: 'Delete everything?' });
  }

  /** Taps a button that saves a backup; hands back the file. */
  async saved(button = this.save): Promise<File> {
    const coming = this.page.waitForEvent('download');
    await button.click();
    const download = await coming;
    const buffer = await readFile(await download.path());
    return { name: download.suggestedFilename(), mimeType: 'application/octet-stream', buffer };
  }

  /** Saves a backup that is locked. */
  async savedLocked(passphrase: string): Promise<File> {
    await this.lock.check();
    await this.passphrase.fill(passphrase);
    return this.saved(this.saveLocked);
  }

  async choose(chosen: File): Promise<void> {
    await this.field.setInputFiles(chosen);
  }

  async expectLines(lines: (string | RegExp)[]): Promise<void> {
    await expect(this.preview.getByRole('listitem')).toHaveText(lines);
  }
}
