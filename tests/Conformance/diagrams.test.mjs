// Diagrams as the programs read them that they are for. The files are those that the .NET tests hold the renderers to.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { JSDOM } from 'jsdom';
import { launch, renderings } from './browser.mjs';

// Mermaid asks for a document even where it only parses.
const { window } = new JSDOM('<!doctype html><body></body>');
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import('mermaid');
mermaid.initialize({ startOnLoad: false });

const files = kind => readdirSync(renderings).filter(file => file.endsWith(kind));
const read = file => readFileSync(new URL(file, renderings), 'utf8');
const hostile = ['</script><img src=x onerror=alert(1)>', 'a"]; b["c', '`**bold**`', 'a;b#c#35;d&amp;e', '%%{init: {}}%%', '-->|x|', '<b>&lt;</b>', '1. one', '検索 😀'];

for (const file of files('.mmd')) {
  test(`mermaid parses ${file}`, async () => {
    const { diagramType } = await mermaid.parse(read(file));
    assert.equal(diagramType, file.includes('sequence') ? 'sequence' : 'flowchart-v2');
  });
}

for (const file of files('.dot')) {
  test(`graphviz draws ${file}`, async () => {
    const drawn = (await Graphviz.load()).dot(read(file), 'svg');
    const nodes = (read(file).match(/^ {2}n\d+ \[/gm) ?? []).length;
    assert.equal((drawn.match(/class="node"/g) ?? []).length, nodes);
    assert.doesNotMatch(drawn, /<(script|img)\b/i);
    if (file.startsWith('hostile')) {
      const texts = [...new JSDOM(drawn, { contentType: 'image/svg+xml' }).window.document.querySelectorAll('text')].map(text => text.textContent.replaceAll('\u00a0', ' '));
      for (const name of hostile) {
        assert.ok(texts.includes(name), `${name} is not among ${texts.join(' | ')}`);
      }
    }
  });
}

test('mermaid shows hostile names as they are', async context => {
  const browser = await launch(context);
  if (!browser) {
    return;
  }

  const page = await browser.newPage();
  await page.setContent('<body></body>');
  await page.addScriptTag({ path: new URL('node_modules/mermaid/dist/mermaid.min.js', import.meta.url).pathname });
  const texts = await page.evaluate(async source => {
    globalThis.mermaid.initialize({ startOnLoad: false });
    document.body.innerHTML = (await globalThis.mermaid.render('drawn', source)).svg;
    return [...document.querySelectorAll('.nodeLabel')].flatMap(label => label.innerText.split('\n'));
  }, read('hostile.mmd'));
  for (const name of [...hostile, 'fa:\u200bfa-ban', 'end']) {
    assert.ok(texts.includes(name), `${name} is not among ${texts.join(' | ')}`);
  }
});
