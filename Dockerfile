# One image for every process, and one for the web app (`--target web`); docker-compose.yml says which one a container runs.

FROM node:22-bookworm-slim AS build
WORKDIR /app
# The manifests first: a change of the code then reuses the layer of installed packages.
COPY package.json package-lock.json ./
COPY service-kit/package.json service-kit/
COPY shared-events/package.json shared-events/
COPY subgraphs/auth/package.json subgraphs/auth/
COPY subgraphs/tickets/package.json subgraphs/tickets/
COPY subgraphs/orders/package.json subgraphs/orders/
COPY expiration/package.json expiration/
COPY gateway/package.json gateway/
COPY sdk/package.json sdk/
COPY web/package.json web/
COPY sdk/package.json sdk/
COPY local/package.json local/
COPY e2e/package.json e2e/
COPY bench/package.json bench/
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM debian:bookworm-slim AS web
RUN apt-get update \
  && apt-get install --yes --no-install-recommends curl nginx-light libnginx-mod-http-brotli-static \
  && rm -rf /var/lib/apt/lists/*
COPY --from=build /app/web/dist /app
COPY web/nginx /opt/mov-ticket
USER www-data
HEALTHCHECK --interval=5s --timeout=3s --retries=6 CMD ["curl", "--fail", "--silent", "http://127.0.0.1:8080/healthz"]
CMD ["/opt/mov-ticket/start.sh"]

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app
COPY --from=build /app ./
# Sources and data are root's: the process can read them and change nothing.
USER node
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "gateway/dist/main.js"]
