// Response times as bars of outcomes on a logarithmic axis, with a brush over them that filters the table.
function startDistribution() {
  const room = byId('times');
  const bins = 72;
  const height = 132;
  const scale = new LogScale(columns.time);
  const binOf = time => Math.min(bins - 1, Math.max(0, Math.floor(scale.at(time) * bins)));
  const drawing = s('svg', { class: 'distribution', height: height + 26, 'aria-hidden': 'true' });
  const words = h('span', { class: 'range', role: 'status' });
  const clear = h('button', { type: 'button', class: 'chip', hidden: true, onclick: () => changeFilter({ range: null }) }, 'Clear');
  byId('times-tools').append(words, clear);

  // The two ends are sliders for the keyboard and for whoever does not see the bars.
  let ends = [0, bins];
  const slider = which => h('div', {
    class: 'end', role: 'slider', tabindex: 0, 'aria-label': which === 0 ? 'Shortest response time' : 'Longest response time', 'aria-valuemin': 0, 'aria-valuemax': bins,
    onkeydown: event => {
      const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -8, PageUp: 8, Home: -bins, End: bins };
      if (event.key === 'Escape' && filter.range) changeFilter({ range: null });
      else if (event.key in steps) {
        const next = [...ends];
        next[which] = Math.max(which === 0 ? 0 : ends[0] + 1, Math.min(which === 0 ? ends[1] - 1 : bins, ends[which] + steps[event.key]));
        choose(next);
      } else return;
      event.preventDefault();
    },
  });
  const sliders = [slider(0), slider(1)];
  room.append(drawing, ...sliders);

  const choose = next => changeFilter({ range: next[0] <= 0 && next[1] >= bins ? null : [scale.value(next[0] / bins), scale.value(next[1] / bins)] });

  let from = null;
  const at = event => { const box = room.getBoundingClientRect(); return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * bins; };
  const stretch = event => { const to = at(event); return [Math.floor(Math.min(from, to)), Math.ceil(Math.max(from, to))]; };
  room.addEventListener('pointerdown', event => { if (event.button === 0) { from = at(event); room.setPointerCapture(event.pointerId); event.preventDefault(); } });
  room.addEventListener('pointermove', event => { if (from !== null && Math.abs(at(event) - from) > 0.5) choose(stretch(event)); });
  room.addEventListener('pointerup', event => { if (from !== null && Math.abs(at(event) - from) <= 0.5 && filter.range) changeFilter({ range: null }); from = null; });
  room.addEventListener('pointercancel', () => { from = null; });

  const draw = () => {
    const width = room.clientWidth;
    const counts = Array.from({ length: bins }, () => [0, 0, 0, 0]);
    const all = new Array(bins).fill(0);
    for (let i = 0; i < total; i++) if (columns.time[i] !== null) all[binOf(columns.time[i])]++;
    const shown = matching('range');
    for (const i of shown) if (columns.time[i] !== null) counts[binOf(columns.time[i])][columns.status[i]]++;
    const most = Math.max(1, ...all);
    const step = width / bins;
    // Square roots: one slow trace is to be seen beside a thousand quick ones.
    const tall = count => count === 0 ? 0 : Math.max(3, Math.sqrt(count / most) * (height - 8));
    ends = filter.range ? [Math.round(scale.at(filter.range[0]) * bins), Math.round(scale.at(filter.range[1]) * bins)] : [0, bins];
    const bars = [];
    counts.forEach((bin, b) => {
      const sum = bin[0] + bin[1] + bin[2] + bin[3];
      const x = b * step + 1;
      if (all[b] > sum) bars.push(s('rect', { class: 'rest', x, width: Math.max(1, step - 2), y: height - tall(all[b]), height: tall(all[b]), rx: 1.5 }));
      let y = height;
      for (const i of statusOrder.filter(status => bin[status] > 0)) {
        const part = tall(sum) * bin[i] / sum;
        y -= part;
        bars.push(s('rect', { class: `bar ${statuses[i]}${b < ends[0] || b >= ends[1] ? ' out' : ''}`, x, width: Math.max(1, step - 2), y, height: part }));
      }
    });
    const ticks = scale.ticks(width / 70).map(value => s('g', { transform: `translate(${scale.at(value) * width} 0)` },
      s('line', { class: 'tick', y1: 0, y2: height }), s('text', { y: height + 18, 'text-anchor': scale.at(value) < 0.03 ? 'start' : scale.at(value) > 0.97 ? 'end' : 'middle' }, duration(value))));
    drawing.setAttribute('width', width);
    drawing.replaceChildren(...ticks, ...bars, s('line', { class: 'base', x1: 0, x2: width, y1: height + 0.5, y2: height + 0.5 }),
      ...(filter.range ? [s('rect', { class: 'brush', x: ends[0] * step, width: Math.max(2, (ends[1] - ends[0]) * step), y: 0, height })] : []));
    const within = filter.range ? shown.filter(i => columns.time[i] !== null && columns.time[i] >= filter.range[0] && columns.time[i] <= filter.range[1]).length : shown.length;
    words.textContent = filter.range ? `${duration(filter.range[0])} to ${duration(filter.range[1])}: ${plural(within, 'trace')}` : '';
    clear.hidden = !filter.range;
    sliders.forEach((element, which) => {
      element.style.setProperty('left', ends[which] * step + 'px');
      element.setAttribute('aria-valuenow', ends[which]);
      element.setAttribute('aria-valuetext', duration(scale.value(ends[which] / bins)));
    });
  };
  filter.listeners.push(draw);
  new ResizeObserver(draw).observe(room);
  draw();
}
