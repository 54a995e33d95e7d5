// The table of traces: words, outcomes, the brush and a node filter it; its headings sort it.
const headings = [['status', 'Status'], ['time', 'Time'], ['request', 'Request'], ['user', 'User'], ['segments', 'Segments'], ['start', 'Start']];

function startTable() {
  let shown = [];
  const longest = quantile(columns.time.filter(time => time !== null).sort((a, b) => a - b), 0.98) || 1;

  const list = new VirtualList({
    id: 'list', role: 'rowgroup', rowHeight: 44, label: 'Traces', open: at => openTrace(shown[at], shown),
    render: at => {
      const one = trace(shown[at]);
      const name = statuses[one.status];
      return h('div', { class: 'row', role: 'row', 'aria-rowindex': at + 2 },
        h('div', { class: 'cell status', role: 'gridcell' }, h('span', { class: 'dot ' + name }), h('span', { class: 'word' }, statusNames[one.status]), one.http !== null && h('span', { class: 'code' }, one.http)),
        h('div', { class: 'cell time', role: 'gridcell' }, h('span', {}, duration(one.time)),
          h('span', { class: 'length ' + name, style: { width: Math.min(100, 100 * (one.time ?? 0) / longest) + '%' } })),
        h('div', { class: 'cell request', role: 'gridcell', title: one.url || one.name }, one.method && h('span', { class: 'method' }, one.method), h('span', { class: 'url' }, shortUrl(one.url) || one.name || '(no root segment)')),
        h('div', { class: 'cell user', role: 'gridcell' }, one.user),
        h('div', { class: 'cell segments', role: 'gridcell' }, one.segments),
        h('div', { class: 'cell start', role: 'gridcell' }, instant(one.start)));
    },
  });
  list.element.classList.add('trace-list');

  const heads = headings.map(([key, label]) => h('div', { class: 'cell ' + key, role: 'columnheader' },
    h('button', { type: 'button', onclick: () => changeFilter({ sort: key, down: filter.sort === key ? !filter.down : key === 'time' || key === 'start' || key === 'status' || key === 'segments' }) }, label, h('span', { class: 'sort', 'aria-hidden': 'true' }))));
  byId('table').append(h('div', { class: 'grid', role: 'grid', 'aria-label': 'Traces' }, h('div', { class: 'row heads', role: 'row', 'aria-rowindex': 1 }, heads), list.element));

  const search = h('input', { type: 'search', id: 'search', placeholder: 'Filter: URL, id, user, status, annotation=value', 'aria-label': 'Filter the traces', autocomplete: 'off', spellcheck: 'false' });
  let pause = 0;
  search.addEventListener('input', () => { clearTimeout(pause); pause = setTimeout(() => changeFilter({ words: search.value }), 90); });
  search.addEventListener('keydown', event => {
    if (event.key === 'Escape' && search.value) { search.value = ''; changeFilter({ words: '' }); event.preventDefault(); }
    if (event.key === 'ArrowDown' || event.key === 'Enter') { clearTimeout(pause); changeFilter({ words: search.value }); list.element.focus(); event.preventDefault(); }
  });
  const chips = statusOrder.map(i => h('button', {
    type: 'button', class: 'chip', 'aria-pressed': 'false',
    onclick: () => { filter.statuses.has(i) ? filter.statuses.delete(i) : filter.statuses.add(i); changeFilter({}); },
  }, h('span', { class: 'dot ' + statuses[i] }), statusNames[i]));
  const node = h('button', { type: 'button', class: 'chip', hidden: true, onclick: () => changeFilter({ node: null }) });
  byId('filters').append(search, h('div', { class: 'chips', role: 'group', 'aria-label': 'Outcomes' }, chips, node));

  const update = () => {
    shown = sorted(matching());
    list.element.scrollTop = 0;
    list.element.style.setProperty('height', Math.min(Math.max(shown.length, 1) * 44, Math.max(320, innerHeight - 220)) + 'px');
    list.show(shown.length);
    byId('traces-count').textContent = shown.length === total ? plural(total, 'trace') : `${whole.format(shown.length)} of ${plural(total, 'trace')}`;
    list.element.parentElement.setAttribute('aria-rowcount', shown.length + 1);
    heads.forEach((head, at) => {
      const key = headings[at][0];
      head.setAttribute('aria-sort', filter.sort !== key ? 'none' : filter.down ? 'descending' : 'ascending');
      head.querySelector('.sort').textContent = filter.sort !== key ? '' : filter.down ? '↓' : '↑';
    });
    statusOrder.forEach((i, at) => chips[at].setAttribute('aria-pressed', String(filter.statuses.has(i))));
    node.hidden = filter.node === null;
    node.replaceChildren(...(filter.node === null ? [] : ['through ' + data.nodes[filter.node].name, icon(icons.close)]));
  };
  filter.listeners.push(update);
  update();
}
