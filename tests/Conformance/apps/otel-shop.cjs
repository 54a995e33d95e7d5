// An Express application with OpenTelemetry's SDK, configured by the usual variables alone. It calls the application at
// NEXT, if there is one, and fails with it.
const { NodeSDK } = require('@opentelemetry/sdk-node');
const { HttpInstrumentation } = require('@opentelemetry/instrumentation-http');
const { ExpressInstrumentation } = require('@opentelemetry/instrumentation-express');

const sdk = new NodeSDK({ instrumentations: [new HttpInstrumentation(), new ExpressInstrumentation()] });
sdk.start();

const http = require('http');
const express = require('express');
const { trace } = require('@opentelemetry/api');

const app = express();
app.get('/items/:id', (request, response) => {
  if (!process.env.NEXT) {
    if (request.params.id === '13') {
      trace.getActiveSpan().recordException(new Error('no such item'));
      response.status(500).end();
      return;
    }

    response.json({ id: request.params.id });
    return;
  }

  http.get(`${process.env.NEXT}${request.url}`, answer => {
    answer.resume();
    answer.on('end', () => response.status(answer.statusCode === 200 ? 200 : 502).end());
  });
});

const server = app.listen(0, '127.0.0.1', () => console.log(`PORT ${server.address().port}`));
process.stdin.resume();
process.stdin.on('end', () => sdk.shutdown().finally(() => process.exit(0)));
