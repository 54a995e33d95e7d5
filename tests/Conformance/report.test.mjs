// The page of Export-XRayReport in a real browser: of a hostile trace, and of the sample traces of the local service.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch } from './browser.mjs';
import { consolePath } from './service.mjs';

const folder = mkdtempSync(join(tmpdir(), 'xrayps-report-'));
const evil = '</script><img src=x onerror="globalThis.ran=1">';
after(() => rmSync(folder, { recursive: true }));

function run(...args) {
  const done = spawnSync('dotnet', [consolePath(), '-NonInteractive', '-NoLogo', ...args], { cwd: folder, encoding: 'utf8', timeout: 120_000 });
  assert.equal(done.status, 0, done.stdout + done.stderr);
}

before(() => {
  run('-Demo', '-Port', '0', '-DaemonPort', '0', '-Command', 'Get-XRayTraceSummary -Last 2h | Get-XRayTrace | Export-XRayReport demo.html -Title "Web shop"');
  const now = 1789645338;
  const segment = {
    trace_id: '1-6aabd21a-2e09dfa55d3c397e076a0d36', id: 'a'.repeat(16), name: evil, start_time: now, end_time: now + 1.5, user: evil, fault: true,
    http: { request: { method: evil, url: `https://x/${evil}`, user_agent: evil }, response: { status: 500 } },
    annotations: { key: evil }, metadata: { [evil]: { [evil]: evil } }, aws: { [evil]: evil },
    cause: { exceptions: [{ id: 'b'.repeat(16), type: evil, message: evil, stack: [{ path: evil, line: 1, label: evil }] }] },
    subsegments: [{ id: 'c'.repeat(16), name: evil, namespace: 'remote', start_time: now, end_time: now + 1, sql: { url: evil, sanitized_query: evil } }],
  };
  writeFileSync(join(folder, 'hostile.json'), JSON.stringify(segment));

  // X-Ray refuses such names, files need not: the trace is made as a reader of files makes it.
  writeFileSync(join(folder, 'hostile.ps1'), `
    $json = [System.IO.File]::ReadAllText("$PWD/hostile.json")
    $segment = [XRayPS.Segment]@{ Id = 'aaaaaaaaaaaaaaaa'; Document = $json; Parsed = [XRayPS.Core.Documents.SegmentReader]::ReadReturned([string]$json) }
    $trace = [XRayPS.Trace]@{ Id = $segment.Parsed.TraceId }
    $trace.Segments.Add($segment)
    $trace | Export-XRayReport hostile.html -Title $segment.Name`);
  run('-File', 'hostile.ps1');
});

/** The page, with everything that it complains of or asks for; null without a browser. */
async function open(context, file, options = {}) {
  const browser = await launch(context);
  if (!browser) {
    return null;
  }

  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  page.setDefaultTimeout(10_000);
  page.problems = [];
  page.on('console', message => page.problems.push(message.text()));
  page.on('pageerror', error => page.problems.push(error.message));
  page.on('request', request => { if (!/^(file|data):/.test(request.url())) page.problems.push(request.url()); });
  await page.goto(pathToFileURL(join(folder, file)).href);
  await page.waitForSelector('[data-ready]');
  return page;
}

const count = async page => Number(/^[\d,]+/.exec(await page.textContent('#traces-count'))[0].replaceAll(',', ''));

test('words, outcomes and headings filter and sort', async context => {
  const page = await open(context, 'demo.html');
  if (!page) return;
  const all = await count(page);
  assert.ok(all > 300);

  await page.fill('#search', 'wool+socks');
  await page.waitForFunction(most => !document.querySelector('#traces-count').textContent.startsWith(String(most)), all);
  assert.ok(await count(page) > 0);
  assert.match(await page.textContent('#list-0 .url'), /wool\+socks/);
  await page.press('#search', 'Escape');
  assert.equal(await count(page), all);

  await page.click('#filters .chip:has-text("Fault")');
  const faults = await count(page);
  assert.ok(faults > 0 && faults < all);
  assert.equal(await page.getAttribute('#filters .chip:has-text("Fault")', 'aria-pressed'), 'true');
  await page.click('#filters .chip:has-text("Fault")');

  const starts = async () => (await page.$$eval('#list .cell.start', cells => cells.map(cell => cell.textContent))).slice(0, 8);
  await page.click('.heads .start button');
  assert.equal(await page.getAttribute('.heads .start', 'aria-sort'), 'ascending');
  assert.deepEqual(await starts(), (await starts()).sort());
  assert.deepEqual(page.problems, []);
});

test('the brush filters by response time, by pointer and by keyboard', async context => {
  const page = await open(context, 'demo.html');
  if (!page) return;
  const all = await count(page);
  const box = await page.locator('#times').boundingBox();
  await page.mouse.move(box.x + box.width * 0.75, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width, box.y + 60, { steps: 5 });
  await page.mouse.up();
  const slow = await count(page);
  assert.ok(slow > 0 && slow < all, `${slow} of ${all}`);
  assert.match(await page.textContent('.range'), /to .*: \d+ trace/);

  await page.focus('.end >> nth=0');
  await page.keyboard.press('Home');
  assert.equal(await count(page), all);
  await page.keyboard.press('PageDown');
  await page.focus('.end >> nth=1');
  await page.keyboard.press('PageUp');
  assert.ok(await count(page) >= all);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Escape');
  assert.equal(await count(page), all);
  assert.deepEqual(page.problems, []);
});

test('a node tells its figures and filters the traces', async context => {
  const page = await open(context, 'demo.html');
  if (!page) return;
  const all = await count(page);
  await page.click('.node:has(.name:text("orders"))');
  const panel = page.locator('#node');
  assert.match(await panel.textContent(), /orders.*AWS::ECS::Container.*Requests.*p50.*p99.*Called by.*Calls/s);
  assert.ok(await panel.locator('.histogram rect').count() > 3);
  await panel.locator('button.wide').click();
  const through = await count(page);
  assert.ok(through > 0 && through < all);
  await page.click('#filters .chip:has-text("through orders")');
  assert.equal(await count(page), all);

  await panel.locator('.neighbours .row-button').first().click();
  assert.match(await panel.textContent(), /→.*call/s);
  await panel.locator('button[aria-label=Close]').click();
  assert.equal(await panel.isHidden(), true);

  const before = await page.getAttribute('.everything', 'transform');
  await page.click('button[aria-label="Zoom in"]');
  assert.notEqual(await page.getAttribute('.everything', 'transform'), before);
  assert.deepEqual(page.problems, []);
});

test('a trace opens with its waterfall and its tabs', async context => {
  const page = await open(context, 'demo.html');
  if (!page) return;
  await page.fill('#search', 'fault /api/orders 500');
  await page.waitForFunction(() => document.querySelector('#list-0 .code')?.textContent === '500');
  await page.click('#list-0');
  await page.waitForSelector('#waterfall-3');
  assert.match(await page.textContent('#trace-title'), /orders/);
  assert.match(page.url(), /#trace=1-/);
  assert.ok(await page.locator('#waterfall .bar i').count() > 3);

  await page.click('#waterfall .span:has(.what:text-is("orders"))');
  const tab = async name => { await page.click(`[role=tab]:has-text("${name}")`); return page.textContent('#tab-panel'); };
  assert.match(await tab('Annotations'), /cart_total/);
  assert.match(await tab('Exceptions'), /PaymentFailed.*placeOrder.*src\/orders\.js/s);
  assert.match(await tab('Raw JSON'), /"trace_id"/);
  await page.click('#waterfall .span:has(.what:text("orders-db"))');
  assert.match(await tab('SQL'), /INSERT INTO orders.*PostgreSQL/s);
  assert.match(await tab('Metadata'), /waited_for_lock/);
  assert.match(await tab('Overview'), /inferred it from the call/);

  await page.reload();
  await page.waitForSelector('#waterfall-0');
  assert.deepEqual(page.problems, []);
});

test('the keyboard reaches everything', async context => {
  const page = await open(context, 'demo.html');
  if (!page) return;
  const focused = selector => page.waitForFunction(s => document.activeElement?.matches(s), selector);
  await page.keyboard.press('/');
  await focused('#search');
  await page.keyboard.type('orders');
  await page.keyboard.press('ArrowDown');
  await focused('#list');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.getAttribute('#list', 'aria-activedescendant'), 'list-1');
  const id = await page.getAttribute('#list .active .request', 'title');
  await page.keyboard.press('Enter');
  await focused('#waterfall');
  assert.match(await page.textContent('#trace-title'), new RegExp(id.split('/').at(-1)));

  const rows = await page.locator('#waterfall .span').count();
  await page.keyboard.press('ArrowLeft');
  assert.equal(await page.locator('#waterfall .span').count(), 1);
  assert.equal(await page.getAttribute('#waterfall-0', 'aria-expanded'), 'false');
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.locator('#waterfall .span').count(), rows);
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.getAttribute('#waterfall', 'aria-activedescendant'), 'waterfall-1');
  await page.focus('[role=tab][aria-selected=true]');
  await page.keyboard.press('End');
  await focused('#tab-5');
  assert.equal(await page.getAttribute('#tab-5', 'aria-selected'), 'true');
  await page.keyboard.press('Escape');
  await focused('#list');
  assert.equal(await page.locator('#trace').isVisible(), false);

  await page.focus('.node[tabindex="0"]');
  const first = await page.evaluate(() => document.activeElement.dataset.node);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  assert.notEqual(await page.evaluate(() => document.activeElement.dataset.node), undefined);
  assert.ok(first !== undefined);
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('#node').isVisible(), true);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#node').isVisible(), false);
  assert.deepEqual(page.problems, []);
});

test('a hostile trace stays text everywhere', async context => {
  const page = await open(context, 'hostile.html');
  if (!page) return;
  assert.equal(await page.title(), evil);
  assert.equal(await page.textContent('h1'), evil);
  assert.ok((await page.locator('.node title').allTextContents()).some(title => title.includes(evil)));
  await page.focus('.node[tabindex="0"]');
  await page.keyboard.press('Enter');
  await page.click('#list-0');
  await page.waitForSelector('#waterfall-1');
  assert.match(await page.textContent('#trace-title'), /<img src=x/);
  for (const row of [0, 1]) {
    await page.click(`#waterfall-${row} .what`);
    for (const tab of ['Overview', 'Annotations', 'Metadata', 'Exceptions', 'SQL', 'Raw JSON']) {
      await page.click(`[role=tab]:has-text("${tab}")`);
      const says = tab === 'SQL' ? row === 1 : ['Annotations', 'Metadata', 'Exceptions'].includes(tab) ? row === 0 : true;
      assert.equal((await page.textContent('#tab-panel')).includes('<img src=x'), says, `${tab} of row ${row}`);
    }
  }

  assert.equal(await page.locator('img').count(), 0);
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
  assert.deepEqual(page.problems, []);
});

test('the policy stops what is not the page\'s own', async context => {
  const page = await open(context, 'hostile.html');
  if (!page) return;
  const ran = await page.evaluate(() => new Promise(resolve => {
    document.addEventListener('securitypolicyviolation', () => resolve(globalThis.ran ?? 'stopped'));
    document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="globalThis.ran=1">');
  }));
  assert.equal(ran, 'stopped');
});

for (const width of [1280, 400]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`nothing is cut off at ${width} pixels, ${colorScheme}`, async context => {
      const page = await open(context, 'demo.html', { viewport: { width, height: 860 }, colorScheme });
      if (!page) return;
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      const [background, ink] = await page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]);
      const light = color => Number(/\d+/.exec(color)[0]) > 128;
      assert.equal(light(background), colorScheme === 'light');
      assert.equal(light(ink), colorScheme === 'dark');
      await page.click('#list-0');
      await page.waitForSelector('#waterfall-0');
      assert.equal(await page.evaluate(() => document.querySelector('#trace').scrollWidth <= innerWidth), true);
      await page.click('button[aria-label="Close the trace"]');
      await page.click('#theme');
      assert.equal(light(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)), colorScheme === 'dark');
      assert.deepEqual(page.problems, []);
    });
  }
}
