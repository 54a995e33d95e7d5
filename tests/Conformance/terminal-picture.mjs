// Pictures of a terminal: node terminal-picture.mjs waterfall.txt waterfall.png, with colours as escape sequences in the text.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const colors = { 31: '#ff6b6b', 32: '#5fd38d', 33: '#e6b450', 35: '#d48cff', 36: '#56d4dd', 90: '#8b949e' };
const escape = text => text.replace(/[&<>]/g, character => `&#${character.codePointAt(0)};`);

function style(codes) {
  return codes.map(code => code === 1 ? 'font-weight:700' : colors[code] ? `color:${colors[code]}` : '').filter(Boolean).join(';');
}

/** Text with escape sequences as spans. */
function html(text) {
  return text.split(/(\u001b\[[0-9;]*m)/).map(part => {
    const codes = /^\u001b\[([0-9;]*)m$/.exec(part)?.[1].split(';').map(Number);
    return !codes ? escape(part) : codes.includes(0) ? '</span>' : `<span style="${style(codes)}">`;
  }).join('');
}

const [input, output] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ deviceScaleFactor: 1.5, viewport: { width: 1600, height: 400 } });
await page.setContent(`<body style="margin:0"><pre style="display:inline-block;margin:0;padding:18px 22px;background:#14181f;`
  + `color:#e6edf3;font:13px/1.32 'DejaVu Sans Mono',monospace">${html(readFileSync(input, 'utf8').trimEnd())}</pre>`);
await page.locator('pre').screenshot({ path: output });
await browser.close();
