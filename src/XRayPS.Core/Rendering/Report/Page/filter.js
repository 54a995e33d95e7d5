// Which traces are shown, and in what order. Charts leave their own part of the filter aside, so that what could be chosen
// stays visible beside what is.
const filter = { words: '', statuses: new Set(), range: null, node: null, sort: 'start', down: true, listeners: [] };

function changeFilter(changes) {
  Object.assign(filter, changes);
  for (const listener of filter.listeners) listener();
}

function passes(i, leaveOut, words) {
  if (filter.statuses.size > 0 && !filter.statuses.has(columns.status[i])) return false;
  if (filter.node !== null && !columns.nodes[i].includes(filter.node)) return false;
  if (filter.range && leaveOut !== 'range') {
    const time = columns.time[i];
    if (time === null || time < filter.range[0] || time > filter.range[1]) return false;
  }
  return words.every(word => haystack(i).includes(word));
}

function matching(leaveOut) {
  const words = filter.words.toLowerCase().split(/\s+/).filter(word => word.length > 0);
  const found = [];
  for (let i = 0; i < total; i++) if (passes(i, leaveOut, words)) found.push(i);
  return found;
}

const sortKeys = {
  start: i => columns.start[i] ?? -Infinity,
  time: i => columns.time[i] ?? -1,
  status: i => [0, 1, 3, 2][columns.status[i]] * 1000 + (columns.http[i] ?? 0),
  request: i => (text(columns.url[i]) || text(columns.name[i])).replace(/^https?:\/\//, ''),
  user: i => text(columns.user[i]),
  segments: i => columns.segments[i],
};

function sorted(found) {
  const key = sortKeys[filter.sort];
  const keys = new Map(found.map(i => [i, key(i)]));
  const sign = filter.down ? -1 : 1;
  return found.sort((a, b) => {
    const [one, other] = [keys.get(a), keys.get(b)];
    return one === other ? a - b : (one < other ? -1 : 1) * sign;
  });
}
