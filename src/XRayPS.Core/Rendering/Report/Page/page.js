function startFigures() {
  const times = columns.time.filter(time => time !== null).sort((a, b) => a - b);
  const counts = [0, 0, 0, 0];
  for (const status of columns.status) counts[status]++;
  const failed = total - counts[0];
  const figure = (name, value, ...more) => h('div', { class: 'figure' }, h('div', { class: 'figure-name' }, name), h('div', { class: 'figure-value' }, value), more);
  byId('figures').append(
    figure('Traces', whole.format(total)),
    figure('Median', duration(quantile(times, 0.5)) || '–'),
    figure('95th percentile', duration(quantile(times, 0.95)) || '–'),
    figure('Slowest', duration(times[times.length - 1]) || '–'),
    h('div', { class: 'figure wide' }, h('div', { class: 'figure-name' }, 'Outcomes'), h('div', { class: 'figure-value' }, failed === 0 ? 'All ok' : `${share(failed, total)} failed`), total > 0 && [outcomes(counts), legend(counts)]));
  const starts = columns.start.filter(start => start !== null);
  const first = starts.reduce((a, b) => Math.min(a, b), Infinity);
  const last = starts.reduce((a, b) => Math.max(a, b), -Infinity);
  byId('title').textContent = data.title;
  byId('subtitle').textContent = starts.length === 0 ? `Made ${instant(data.made)}` : `${instant(first)} to ${instant(last)} · made ${instant(data.made)}`;
}

function startTheme() {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (document.documentElement.dataset.theme ?? (dark.matches ? 'dark' : 'light')) === 'dark';
  const paint = () => byId('theme').replaceChildren(icon(isDark() ? icons.sun : icons.moon));
  byId('theme').addEventListener('click', () => { document.documentElement.dataset.theme = isDark() ? 'light' : 'dark'; paint(); });
  dark.addEventListener('change', paint);
  paint();
}

startTheme();
startFigures();
startMap();
startDistribution();
startTable();
startTraces();

// "/" goes to the filter, as in many tools.
document.addEventListener('keydown', event => {
  const isTyping = event.target instanceof HTMLInputElement;
  if (event.key === '/' && !isTyping && !byId('trace').open) { byId('search').focus(); event.preventDefault(); }
});
document.documentElement.dataset.ready = 'true';
