// Numbers in the words that the terminal's views use too: see DurationText and LoadText.
const statuses = ['ok', 'error', 'fault', 'throttle'];
const statusNames = ['Ok', 'Error', 'Fault', 'Throttle'];

// From good to bad, as colours stand in bars.
const statusOrder = [0, 1, 3, 2];

function duration(seconds) {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return '';
  if (seconds < 0) return '-' + duration(-seconds);
  const pair = (large, name, small, smallName) => {
    const units = Math.round(seconds / small);
    const parts = large / small;
    return `${Math.floor(units / parts)}${name} ${String(units % parts).padStart(2, '0')}${smallName}`;
  };
  if (seconds < 0.0000005) return '0 ms';
  if (seconds < 0.0009995) return (seconds * 1e6).toFixed(0) + ' µs';
  if (seconds < 0.00995) return (seconds * 1e3).toFixed(1) + ' ms';
  if (seconds < 0.9995) return (seconds * 1e3).toFixed(0) + ' ms';
  if (seconds < 9.995) return seconds.toFixed(2) + ' s';
  if (seconds < 59.95) return seconds.toFixed(1) + ' s';
  if (seconds < 3599.5) return pair(60, 'm', 1, 's');
  if (seconds < 86370) return pair(3600, 'h', 60, 'm');
  return pair(86400, 'd', 3600, 'h');
}

const whole = new Intl.NumberFormat('en-US');
const plural = (count, word) => `${whole.format(count)} ${word}${count === 1 ? '' : 's'}`;

function share(part, all) {
  if (!all || !part) return '0%';
  const percent = 100 * part / all;
  if (percent < 0.05) return '<0.1%';
  return (percent < 0.95 ? percent.toFixed(1) : percent.toFixed(0)) + '%';
}

function rate(count, seconds) {
  if (!seconds) return '';
  const each = count / seconds;
  const short = value => value < 9.95 ? value.toFixed(1) : value.toFixed(0);
  if (each >= 10) return short(each) + '/s';
  return each >= 1 / 60 ? short(each * 60) + '/min' : short(each * 3600) + '/h';
}

const two = number => String(number).padStart(2, '0');
const day = at => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
const clock = at => `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;

function instant(seconds, withMillis) {
  if (seconds === null || seconds === undefined) return '';
  const at = new Date(seconds * 1000);
  return `${day(at)} ${clock(at)}${withMillis ? '.' + String(at.getMilliseconds()).padStart(3, '0') : ''}`;
}

// A quantile of sorted values, by the rank that the module's own measures use.
const quantile = (sorted, q) => sorted.length === 0 ? null : sorted[Math.round(q * (sorted.length - 1))];
