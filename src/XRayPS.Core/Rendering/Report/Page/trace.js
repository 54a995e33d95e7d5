// One trace in a dialog over the page. The address names it, so that a reload or a copied address leads back to it.
async function openTrace(i, among) {
  const dialog = byId('trace');
  const one = trace(i);
  const at = among.indexOf(i);
  const step = by => { const next = among[at + by]; if (next !== undefined) openTrace(next, among); };
  const head = h('header', { class: 'trace-head' },
    h('div', { class: 'trace-title' },
      h('h2', { id: 'trace-title' }, one.method && h('span', { class: 'method' }, one.method), one.url || one.name || one.id),
      h('p', { class: 'hint' }, h('span', { class: 'state ' + statuses[one.status] }, h('span', { class: 'dot ' + statuses[one.status] }), [statusNames[one.status], one.http].filter(value => value !== null).join(' ')),
        h('b', {}, duration(one.time)), h('span', {}, instant(one.start, true)), one.user && h('span', {}, one.user), h('code', {}, one.id))),
    h('div', { class: 'tools' },
      h('button', { type: 'button', class: 'quiet', 'aria-label': 'The trace before', disabled: at <= 0, onclick: () => step(-1) }, icon(icons.left)),
      h('button', { type: 'button', class: 'quiet', 'aria-label': 'The next trace', disabled: at < 0 || at >= among.length - 1, onclick: () => step(1) }, icon(icons.right)),
      h('button', { type: 'button', class: 'quiet', 'aria-label': 'Close the trace', onclick: () => dialog.close() }, icon(icons.close))));
  dialog.replaceChildren(head, h('p', { class: 'nothing' }, 'Unpacking …'));
  history.replaceState(null, '', '#trace=' + encodeURIComponent(one.id));
  if (!dialog.open) dialog.showModal();
  try {
    const found = await documents(i);
    if (dialog.firstElementChild !== head) return;
    if (found.rows.length === 0) {
      dialog.replaceChildren(head, h('p', { class: 'nothing' }, 'None of its documents could be read.'));
      return;
    }
    const side = details(found);
    const picture = waterfall(found, row => side.show(row));
    dialog.replaceChildren(head, h('div', { class: 'trace-body' }, picture.element, side.element));
    picture.list.show(found.rows.length);
    side.show(found.rows[0]);
    picture.list.element.focus();
  } catch {
    dialog.replaceChildren(head, h('p', { class: 'nothing' }, 'This browser cannot unpack the documents of the trace; it needs DecompressionStream, which browsers have had since 2023.'));
  }
}

function startTraces() {
  const dialog = byId('trace');
  dialog.addEventListener('close', () => { history.replaceState(null, '', location.pathname + location.search); byId('list').focus({ preventScroll: true }); });
  // A click beside the dialog's content is one on its backdrop.
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  const named = /^#trace=(.+)$/.exec(location.hash);
  const i = named ? columns.id.indexOf(decodeURIComponent(named[1])) : -1;
  if (i >= 0) openTrace(i, sorted(matching()));
}
