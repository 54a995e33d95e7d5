// Scales and small charts.
class LogScale {
  constructor(values, least = 0.0005) {
    // Zero has no logarithm: what is quicker than half a millisecond stands at the left end.
    const positive = values.filter(value => value !== null).map(value => Math.max(value, least));
    const low = positive.reduce((a, b) => Math.min(a, b), Infinity);
    const high = positive.reduce((a, b) => Math.max(a, b), 0);
    this.least = least;
    this.low = Math.log(Number.isFinite(low) ? low / 1.08 : 0.01);
    this.high = Math.max(Math.log(high > 0 ? high * 1.08 : 1), this.low + 0.3);
  }

  at(value) {
    return (Math.log(Math.max(value, this.least)) - this.low) / (this.high - this.low);
  }

  value(at) {
    return Math.exp(this.low + at * (this.high - this.low));
  }

  // 1, 2 and 5 of each power of ten, or the powers alone where those would crowd.
  ticks(most) {
    const steps = [[1, 2, 5], [1]].find(set => (this.high - this.low) / Math.LN10 * set.length <= most) ?? [1];
    const found = [];
    for (let power = Math.floor(this.low / Math.LN10); power <= Math.ceil(this.high / Math.LN10); power++) {
      for (const step of steps) {
        const value = step * 10 ** power;
        if (this.at(value) >= 0 && this.at(value) <= 1) found.push(value);
      }
    }
    return found;
  }
}

// A histogram of a node or an edge: pairs of seconds and counts in two dozen bars.
function histogram(times) {
  const width = 280;
  const height = 64;
  const bins = new Array(24).fill(0);
  const scale = new LogScale(times.map(pair => pair[0]));
  for (const [value, count] of times) bins[Math.min(23, Math.max(0, Math.floor(scale.at(value) * 24)))] += count;
  const most = Math.max(...bins);
  const step = width / 24;
  return s('svg', { class: 'histogram', viewBox: `0 0 ${width} ${height + 18}`, role: 'img', 'aria-label': 'Histogram of response times' },
    bins.map((count, i) => count > 0 && s('rect', { x: i * step + 1, width: step - 2, y: height - Math.max(2, count / most * height), height: Math.max(2, count / most * height), rx: 1.5 },
      s('title', {}, `${duration(scale.value(i / 24))} to ${duration(scale.value((i + 1) / 24))}: ${whole.format(count)}`))),
    s('line', { x1: 0, x2: width, y1: height + 0.5, y2: height + 0.5 }),
    scale.ticks(5).map(value => s('text', { x: Math.min(width - 14, Math.max(14, scale.at(value) * width)), y: height + 14 }, duration(value))));
}

// Outcomes as one bar; counts in the order of `statuses`.
function outcomes(counts) {
  const all = counts.reduce((a, b) => a + b, 0);
  return h('div', { class: 'outcomes', role: 'img', 'aria-label': statusOrder.filter(i => counts[i]).map(i => `${statusNames[i]} ${share(counts[i], all)}`).join(', ') },
    statusOrder.filter(i => counts[i] > 0).map(i => h('span', { class: statuses[i], style: { 'flex-grow': String(counts[i]) } })));
}

const legend = counts => h('ul', { class: 'legend' }, statusOrder.filter(i => counts[i] > 0).map(i =>
  h('li', {}, h('span', { class: 'dot ' + statuses[i] }), `${statusNames[i]} ${whole.format(counts[i])} (${share(counts[i], counts.reduce((a, b) => a + b, 0))})`)));
