// Debian's Chromium, driven by playwright-core, which brings no browser of its own.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

export const renderings = new URL('../Cases/renderings/', import.meta.url);

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync',
];

/** A browser that is closed after the test; null, said loudly, where there is none. */
export async function launch(context) {
  if (!existsSync(executablePath)) {
    const words = `NOT TESTED: there is no Chromium at ${executablePath}; "apt-get install chromium" brings it, CHROMIUM names another.`;
    console.error(words);
    context.skip(words);
    return null;
  }

  const browser = await chromium.launch({ executablePath, args });
  context.after(() => browser.close());
  return browser;
}
