# The image brings Node itself, so the one that comes through npm stays out, with all that only development needs.
FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:24-slim AS workbench
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.json ./
RUN npm ci --ignore-scripts
COPY openapi openapi
COPY src/client src/client
COPY src/ui src/ui
RUN npm run build:ui

FROM node:24-slim
# Only /data is written to, so that the rest may be read-only: `docker run --read-only`.
ENV NODE_ENV=production \
    NODE_DISABLE_COMPILE_CACHE=1 \
    TRIALBRIDGE_HOST=0.0.0.0 \
    TRIALBRIDGE_PORT=8080 \
    TRIALBRIDGE_DATABASE=sqlite:/data/trialbridge.sqlite
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json LICENSE ./
COPY bin bin
COPY openapi openapi
COPY profiles/generated profiles/generated
COPY src src
COPY --from=workbench /app/dist/ui dist/ui
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Who may use it has to be said: `docker run -e TRIALBRIDGE_ISSUER=URL IMAGE`, or TRIALBRIDGE_INSECURE_OPEN_ACCESS=true
# where the network is trusted.
ENTRYPOINT ["node", "bin/trialbridge.js", "serve"]
