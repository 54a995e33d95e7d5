// What a node or an edge did, beside the map.
const figuresOf = load => load.counts && [
  h('dl', { class: 'facts' },
    fact('Requests', whole.format(load.counts.reduce((a, b) => a + b, 0))),
    data.window && fact('Rate', rate(load.counts.reduce((a, b) => a + b, 0), data.window)),
    fact('Mean', duration(load.mean))),
  outcomes(load.counts),
  legend(load.counts),
  load.times.length > 0 && [
    h('h3', {}, 'Response times'),
    histogram(load.times),
    h('dl', { class: 'facts quantiles' }, ['p50', 'p90', 'p95', 'p99'].map((name, i) => fact(name, duration(load.quantiles[i])))),
  ],
];

const fact = (name, value) => value && h('div', {}, h('dt', {}, name), h('dd', {}, value));

function showPanel(title, kind, ...content) {
  const panel = byId('node');
  const before = document.activeElement;
  const close = () => {
    panel.hidden = true;
    markChosen(null, null);
    if (panel.contains(document.activeElement) || document.activeElement === document.body) before?.focus?.({ preventScroll: true });
  };
  panel.replaceChildren(
    h('div', { class: 'panel-head' }, h('div', {}, h('h3', { class: 'chosen-name' }, title), h('p', { class: 'hint' }, kind)),
      h('button', { type: 'button', class: 'quiet', 'aria-label': 'Close', onclick: close }, icon(icons.close))),
    h('div', { class: 'panel-body' }, content));
  panel.onkeydown = event => { if (event.key === 'Escape') close(); };
  byId('map').onkeydown = panel.onkeydown;
  panel.hidden = false;
}

function neighbours(heading, edges, end) {
  return edges.length > 0 && [
    h('h3', {}, heading),
    h('ul', { class: 'neighbours' }, edges.map(edge => h('li', {},
      h('button', { type: 'button', class: 'row-button', onclick: () => showEdge(data.edges.indexOf(edge)) },
        h('span', { class: 'who' }, data.nodes[edge[end]].name),
        h('span', { class: 'much' }, edge.link ? 'link' : edge.counts ? `${whole.format(edge.counts.reduce((a, b) => a + b, 0))} · ${duration(edge.quantiles?.[0])}` : ''))))),
  ];
}

function showNode(i) {
  const node = data.nodes[i];
  const count = columns.nodes.reduce((sum, touched) => sum + (touched.includes(i) ? 1 : 0), 0);
  markChosen(i, null);
  showPanel(node.name, node.kind || 'service',
    figuresOf(node),
    h('button', { type: 'button', class: 'wide', onclick: () => { changeFilter({ node: i }); byId('traces').scrollIntoView(); byId('list').focus({ preventScroll: true }); } }, `Show ${plural(count, 'trace')} through it`),
    neighbours('Called by', data.edges.filter(edge => edge.to === i), 'from'),
    neighbours('Calls', data.edges.filter(edge => edge.from === i), 'to'));
}

function showEdge(i) {
  const edge = data.edges[i];
  markChosen(null, i);
  const end = at => h('button', { type: 'button', class: 'row-button', onclick: () => showNode(at) }, h('span', { class: 'who' }, data.nodes[at].name), h('span', { class: 'much' }, data.nodes[at].kind));
  showPanel(`${data.nodes[edge.from].name} → ${data.nodes[edge.to].name}`, edge.link ? 'trace link' : 'call', figuresOf(edge), h('h3', {}, 'Between'), end(edge.from), end(edge.to));
}
