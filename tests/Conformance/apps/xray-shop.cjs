// An Express application with the X-Ray SDK. It calls the application at NEXT, if there is one, and fails with it.
const xray = require('aws-xray-sdk-core');
const xrayExpress = require('aws-xray-sdk-express');
const express = require('express');

const http = xray.captureHTTPs(require('http'));
xray.middleware.disableCentralizedSampling();
xray.middleware.setSamplingRules({ version: 2, default: { fixed_target: 100, rate: 1 }, rules: [] });

const app = express();
app.use(xrayExpress.openSegment(process.env.NAME));
app.get('/items/:id', (request, response, next) => {
  xray.getSegment().addAnnotation('item', request.params.id);
  if (!process.env.NEXT) {
    request.params.id === '13' ? next(new Error('no such item')) : response.json({ id: request.params.id });
    return;
  }

  http.get(`${process.env.NEXT}${request.url}`, answer => {
    answer.resume();
    answer.on('end', () => response.status(answer.statusCode === 200 ? 200 : 502).end());
  }).on('error', next);
});
app.use(xrayExpress.closeSegment());
app.use((error, request, response, next) => response.status(500).end());

const server = app.listen(0, '127.0.0.1', () => console.log(`PORT ${server.address().port}`));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
