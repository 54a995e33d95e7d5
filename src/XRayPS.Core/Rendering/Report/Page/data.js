// What the file brings along: columns of all traces at once, documents in deflated blocks on demand.
const data = JSON.parse(byId('data').textContent);
const columns = data.traces;
const total = columns.id.length;
const text = number => number < 0 ? '' : data.strings[number];

const trace = i => ({
  i,
  id: columns.id[i],
  start: columns.start[i],
  time: columns.time[i],
  status: columns.status[i],
  http: columns.http[i],
  segments: columns.segments[i],
  name: text(columns.name[i]),
  method: text(columns.method[i]),
  url: text(columns.url[i]),
  user: text(columns.user[i]),
  client: text(columns.client[i]),
  notes: columns.notes[i].map(text),
});

// Where all requests went to one host, its name tells nothing.
const hosts = new Set(columns.url.map(number => /^https?:\/\/[^/?#]*/.exec(text(number))?.[0]).filter(Boolean));
const shortUrl = url => url.replace(hosts.size === 1 ? [...hosts][0] : /^https?:\/\//, '') || url;

const haystacks = new Array(total);
function haystack(i) {
  if (haystacks[i] === undefined) {
    const one = trace(i);
    haystacks[i] = [one.id, one.name, one.method, one.url, one.user, one.client, one.http ?? '', statuses[one.status], ...one.notes]
      .join('\n').toLowerCase();
  }
  return haystacks[i];
}

const blocks = new Map();
async function block(number) {
  if (!blocks.has(number)) {
    // A few blocks are enough: who looks at a trace looks at its neighbours.
    if (blocks.size > 6) blocks.delete(blocks.keys().next().value);
    const bytes = Uint8Array.from(atob(byId('block-' + number).textContent), c => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    blocks.set(number, new Response(stream).json());
  }
  return blocks.get(number);
}

const rowNames = ['depth', 'start', 'end', 'self', 'flags', 'segment', 'place', 'status', 'name', 'kind', 'detail', 'words'];
const flags = { segment: 1, orphan: 2, skew: 4, critical: 8, progress: 16, inferred: 32 };

async function documents(i) {
  const found = (await block(columns.block[i]))[columns.place[i]];
  return {
    length: found.length,
    start: found.start,
    texts: found.docs,
    rows: found.rows.map(values => Object.fromEntries(rowNames.map((name, at) => [name, values[at]]))),
  };
}

// The document that a row was drawn from: the segment's text, walked in the order in which it was numbered.
function documentOf(texts, row) {
  if (row.segment < 0) return null;
  try {
    const open = [JSON.parse(texts[row.segment])];
    for (let place = 0; open.length > 0; place++) {
      const next = open.pop();
      if (place === row.place) return next;
      const inside = Array.isArray(next.subsegments) ? next.subsegments.filter(one => one && typeof one === 'object' && !Array.isArray(one)) : [];
      open.push(...inside.reverse());
    }
  } catch {
    return null;
  }
  return null;
}
