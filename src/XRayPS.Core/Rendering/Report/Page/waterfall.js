// A trace as bars on one axis. Pale is waiting for others, full is own work; rows on the critical path have a mark.
function waterfall(found, choose) {
  const closed = new Set();
  let rows = found.rows;
  const length = Math.max(found.length, 1e-9);
  const percent = seconds => 100 * seconds / length + '%';
  const hasChildren = new Set();
  found.rows.forEach((row, i) => { row.i = i; if (found.rows[i + 1]?.depth > row.depth) hasChildren.add(i); });

  // The stretches of a row in which a child works.
  const waits = row => {
    const inside = [];
    for (let i = row.i + 1; i < found.rows.length && found.rows[i].depth > row.depth; i++) {
      const child = found.rows[i];
      if (child.depth === row.depth + 1) inside.push([Math.max(child.start, row.start), Math.min(child.end, row.end)]);
    }
    inside.sort((a, b) => a[0] - b[0]);
    const joined = [];
    for (const [from, to] of inside) {
      if (to <= from) continue;
      const last = joined[joined.length - 1];
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else joined.push([from, to]);
    }
    return joined;
  };

  const work = row => {
    const parts = [];
    let at = row.start;
    for (const [from, to] of waits(row)) {
      if (from > at) parts.push([at, from]);
      at = Math.max(at, to);
    }
    if (row.end > at) parts.push([at, row.end]);
    return parts;
  };

  const bar = row => h('span', { class: `bar ${statuses[row.status]}${row.flags & flags.progress ? ' progress' : ''}${row.flags & flags.inferred ? ' inferred' : ''}`, style: { left: percent(row.start), width: `max(2px, ${percent(row.end - row.start)})` } },
    work(row).slice(0, 60).map(([from, to]) => h('i', { style: { left: 100 * (from - row.start) / Math.max(row.end - row.start, 1e-9) + '%', width: 100 * (to - from) / Math.max(row.end - row.start, 1e-9) + '%' } })));

  // The duration stands where there is room: after its bar, before it, or at its end inside.
  const beside = row => {
    const [from, to] = [row.start / length, row.end / length];
    if (to < 0.8) return { left: `calc(${100 * to}% + 6px)` };
    return { right: `calc(${100 - 100 * (from > 0.25 ? from : to)}% + 6px)` };
  };

  const toggle = (i, open) => {
    const row = rows[i];
    if (!hasChildren.has(row.i) || closed.has(row.i) !== open) {
      // As in every tree: left goes to the parent where there is nothing to close, right into what is open.
      if (open) { if (hasChildren.has(row.i)) list.go(i + 1); return; }
      for (let at = i - 1; at >= 0; at--) if (rows[at].depth < row.depth) { list.go(at); return; }
      return;
    }
    open ? closed.delete(row.i) : closed.add(row.i);
    rows = [];
    for (let at = 0; at < found.rows.length; at++) {
      rows.push(found.rows[at]);
      if (!closed.has(at)) continue;
      const depth = found.rows[at].depth;
      while (found.rows[at + 1]?.depth > depth) at++;
    }
    list.show(rows.length, rows.indexOf(row));
  };

  const list = new VirtualList({
    id: 'waterfall', role: 'tree', rowHeight: 30, label: 'Segments of the trace', expand: toggle,
    key: i => choose(rows[i]), open: i => choose(rows[i]),
    render: i => {
      const row = rows[i];
      const isOpen = hasChildren.has(row.i) ? String(!closed.has(row.i)) : null;
      return h('div', { class: `span${row.flags & flags.segment ? ' segment' : ''}${row.flags & flags.critical ? ' critical' : ''}`, role: 'treeitem', 'aria-level': row.depth + 1, 'aria-expanded': isOpen, 'aria-label': `${row.name}, ${row.words}, ${duration(row.end - row.start)}` },
        h('div', { class: 'label', style: { 'padding-left': Math.min(row.depth, 12) * 14 + 6 + 'px' } },
          h('span', { class: 'twist' + (isOpen === 'true' ? ' open' : ''), 'aria-hidden': 'true', onclick: event => { if (isOpen !== null) { event.preventDefault(); list.go(i, true); toggle(i, isOpen !== 'true'); event.stopPropagation(); } } }, isOpen !== null && icon(icons.right)),
          h('span', { class: 'dot ' + (row.flags & flags.progress && row.status === 0 ? 'none' : statuses[row.status]) }),
          h('span', { class: 'what' }, row.name), h('span', { class: 'aside' }, row.flags & flags.orphan ? 'its caller is not here' : row.flags & flags.skew ? 'its clock is off' : row.detail || row.kind)),
        h('div', { class: 'track' }, bar(row), h('span', { class: 'took', style: beside(row) }, row.flags & flags.progress ? 'in progress' : duration(row.end - row.start))));
    },
  });
  const axis = h('div', { class: 'axis', 'aria-hidden': 'true' }, h('div', { class: 'label' }, 'Segment'), h('div', { class: 'track' }, [0, 0.25, 0.5, 0.75, 1].map(at => h('span', { style: { left: 100 * at + '%' } }, duration(found.length * at)))));
  list.show(rows.length);
  const key = h('p', { class: 'key' }, h('i', { class: 'own' }), 'own work', h('i', { class: 'wait' }), 'waiting for others', h('i', { class: 'guess' }), 'inferred by X-Ray', h('i', { class: 'path' }), 'critical path');
  return { element: h('div', { class: 'waterfall' }, axis, list.element, key), list };
}
