// Segment documents for the tests.
import { randomBytes } from 'node:crypto';

export const newId = () => randomBytes(8).toString('hex');

export const newTraceId = (seconds = Date.now() / 1000) =>
  `1-${Math.floor(seconds).toString(16).padStart(8, '0')}-${randomBytes(12).toString('hex')}`;

/** A completed segment. */
export const segment = (traceId, name, start, end, more = {}) =>
  ({ trace_id: traceId, id: newId(), name, start_time: start, end_time: end, ...more });

/** A completed subsegment. */
export const subsegment = (name, start, end, more = {}) =>
  ({ id: newId(), name, start_time: start, end_time: end, ...more });

export const texts = documents => documents.map(document => JSON.stringify(document));
