// The tabs beside the waterfall: what the document of the chosen row says.
const tabNames = ['Overview', 'Annotations', 'Metadata', 'Exceptions', 'SQL', 'Raw JSON'];
let lastTab = 'Overview';

const json = value => h('pre', { tabindex: 0 }, typeof value === 'string' ? value : JSON.stringify(value, null, 2));
const nothing = words => h('p', { class: 'nothing' }, words);
const entries = value => value && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [];
const plain = value => value === null || typeof value !== 'object' ? String(value) : JSON.stringify(value);

function pairs(list) {
  return h('dl', { class: 'pairs' }, list.filter(([, value]) => value !== null && value !== undefined && value !== '').map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, plain(value)))));
}

function overview(found, row, document) {
  const [http, aws] = [document?.http ?? {}, document?.aws ?? {}];
  const signs = [
    row.flags & flags.critical && 'Part of the critical path: without it the trace would have been shorter.',
    row.flags & flags.orphan && 'It names a caller that is not in the trace.',
    row.flags & flags.skew && 'It starts before or ends after the call that it answers: a clock is off.',
    row.flags & flags.progress && 'It has not ended.',
    row.flags & flags.inferred && 'The callee did not report itself; X-Ray inferred it from the call.',
  ].filter(Boolean);
  return [
    signs.length > 0 && h('ul', { class: 'signs' }, signs.map(words => h('li', {}, words))),
    pairs([
      ['Name', row.name], ['Kind', row.kind], ['Status', row.words], ['Duration', row.flags & flags.progress ? 'in progress' : duration(row.end - row.start)], ['Own work', duration(row.self)],
      ['Starts', `${duration(row.start)} after the trace, ${instant(found.start + row.start, true)}`],
      ['Request', [http.request?.method, http.request?.url].filter(Boolean).join(' ')], ['Response', http.response?.status], ['Response length', http.response?.content_length],
      ['Client', http.request?.client_ip], ['User agent', http.request?.user_agent], ['User', document?.user], ['Id', document?.id], ['Parent', document?.parent_id], ['Resource', document?.resource_arn],
    ]),
    entries(aws).length > 0 && [h('h3', {}, 'AWS'), pairs(entries(aws))],
    entries(document?.service).length > 0 && [h('h3', {}, 'Service'), pairs(entries(document.service))],
    Array.isArray(document?.links) && [h('h3', {}, 'Links'), document.links.map(link => pairs(entries(link)))],
  ];
}

function exceptions(document) {
  const cause = document?.cause;
  if (typeof cause === 'string') return h('p', {}, `Caused by exception ${cause}, which another segment of the trace records.`);
  const list = Array.isArray(cause?.exceptions) ? cause.exceptions : [];
  if (list.length === 0) return nothing('No exception was recorded here.');
  return list.map(one => typeof one === 'string' ? h('p', {}, `Exception ${one}, recorded elsewhere in the trace.`) : h('article', { class: 'exception' },
    h('h3', {}, one?.type ?? 'Exception', one?.remote && h('span', { class: 'tag' }, 'remote')), h('p', {}, one?.message ?? ''),
    Array.isArray(one?.stack) && h('ol', { class: 'stack' }, one.stack.map(frame => h('li', {}, h('b', {}, frame?.label ?? '?'), ` ${frame?.path ?? ''}${frame?.line === undefined ? '' : ':' + frame.line}`))),
    one?.truncated && h('p', { class: 'hint' }, `${one.truncated} more frames were left out.`)));
}

function raw(texts, row) {
  try {
    return json(JSON.parse(texts[row.segment]));
  } catch {
    return json(texts[row.segment] ?? '');
  }
}

const views = {
  Overview: overview,
  Annotations: (found, row, document) => entries(document?.annotations).length > 0 ? pairs(entries(document.annotations)) : nothing('No annotations here.'),
  Metadata: (found, row, document) => entries(document?.metadata).length > 0 ? json(document.metadata) : nothing('No metadata here.'),
  Exceptions: (found, row, document) => exceptions(document),
  SQL: (found, row, document) => document?.sql ? [document.sql.sanitized_query && h('pre', { class: 'query', tabindex: 0 }, document.sql.sanitized_query), pairs(entries(document.sql).filter(([name]) => name !== 'sanitized_query'))] : nothing('No query was recorded here.'),
  'Raw JSON': (found, row) => raw(found.texts, row),
};

const amount = {
  Annotations: document => entries(document?.annotations).length,
  Metadata: document => entries(document?.metadata).length,
  Exceptions: document => Array.isArray(document?.cause?.exceptions) ? document.cause.exceptions.length : document?.cause ? 1 : 0,
  SQL: document => document?.sql ? 1 : 0,
};

function details(found) {
  const panel = h('div', { class: 'tab-panel', role: 'tabpanel', id: 'tab-panel', tabindex: 0 });
  const heading = h('h3', { class: 'chosen-name' });
  const tabs = tabNames.map((name, i) => h('button', { type: 'button', role: 'tab', id: 'tab-' + i, 'aria-controls': 'tab-panel', onclick: () => pick(name) }));
  const bar = h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Details' }, tabs);
  let current = null;
  bar.addEventListener('keydown', event => {
    const steps = { ArrowRight: 1, ArrowLeft: -1, Home: -99, End: 99 };
    if (!(event.key in steps)) return;
    const at = Math.max(0, Math.min(tabNames.length - 1, tabNames.indexOf(lastTab) + steps[event.key]));
    pick(tabNames[at]);
    tabs[at].focus();
    event.preventDefault();
  });

  const pick = name => { lastTab = name; show(current); };
  const show = row => {
    current = row;
    if (!row) return;
    const document = documentOf(found.texts, row);
    heading.textContent = row.name;
    tabNames.forEach((name, i) => {
      const count = amount[name]?.(document) ?? 0;
      tabs[i].replaceChildren(name, ...(count > 0 ? [h('span', { class: 'count' }, count)] : []));
      tabs[i].setAttribute('aria-selected', String(name === lastTab));
      tabs[i].setAttribute('tabindex', name === lastTab ? '0' : '-1');
    });
    panel.setAttribute('aria-labelledby', 'tab-' + tabNames.indexOf(lastTab));
    panel.replaceChildren(...[views[lastTab](found, row, document)].flat(Infinity).filter(Boolean));
    panel.scrollTop = 0;
    tabs[tabNames.indexOf(lastTab)].scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  return { element: h('aside', { class: 'details', 'aria-label': 'Details of the chosen segment' }, heading, bar, panel), show };
}
