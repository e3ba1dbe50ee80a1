// SPDX-License-Identifier: GPL-3.0-or-later
// The auth app as a Node developer would write it: node app.js PORT REDIS_PORT PAGE_BYTES [SECRET]
// PORT 0 takes a free one, which it prints.
const express = require("express");
const session = require("express-session");
const { RedisStore } = require("connect-redis");
const { createClient } = require("redis");

const [port, redisPort, pageBytes] = process.argv.slice(2, 5).map(Number);
const secret = process.argv[5] ?? "bench";

function page(user, visits) {
  return `<!DOCTYPE html><title>Home</title><p data-user="${user}">${user}, visit ${visits}</p>`.padEnd(pageBytes);
}

async function main() {
  const redis = createClient({ socket: { host: "127.0.0.1", port: redisPort } });
  await redis.connect();

  const app = express();
  app.use(express.json());
  const store = new RedisStore({ client: redis });
  app.use(session({ store, secret, resave: false, saveUninitialized: false }));
  app.post("/auth/login", (request, response) =>
    request.session.regenerate(() => {
      request.session.user = request.body.username;
      request.session.visits = 0;
      response.json({ user: request.session.user });
    }));
  app.get("/", (request, response) => {
    if (!request.session.user) return response.redirect("/auth/login");
    request.session.visits += 1;
    response.type("html").send(page(request.session.user, request.session.visits));
  });
  app.get("/healthz", (request, response) => response.send("ok"));
  const server = app.listen(port, "127.0.0.1", () => console.log(server.address().port));
}

main();
