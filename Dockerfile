FROM node:22-bookworm-slim AS build
WORKDIR /grantboard
COPY package.json package-lock.json .npmrc ./
COPY scripts/generate.js scripts/
COPY prisma prisma
COPY prisma.config.ts ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev && rm -rf .next/cache

FROM node:22-bookworm-slim
WORKDIR /grantboard
ENV NODE_ENV=production DATA_DIR=/data
# What serves, and what looks after it. What checks, measures and shows it stays behind: test/image.test.ts reads this list.
COPY --from=build --chown=node:node /grantboard/node_modules node_modules
COPY --from=build --chown=node:node /grantboard/.next .next
COPY --from=build --chown=node:node /grantboard/prisma/migrations prisma/migrations
COPY --from=build --chown=node:node /grantboard/contract contract
COPY --from=build --chown=node:node /grantboard/messages messages
COPY --from=build --chown=node:node /grantboard/server server
COPY --from=build --chown=node:node /grantboard/scripts/console scripts/console
COPY --from=build --chown=node:node /grantboard/scripts/start scripts/start
COPY --from=build --chown=node:node /grantboard/scripts/start.js scripts/
COPY --from=build --chown=node:node /grantboard/scripts/check-start.ts scripts/
COPY --from=build --chown=node:node /grantboard/scripts/admin.ts scripts/
COPY --from=build --chown=node:node /grantboard/scripts/audit-verify.ts scripts/
COPY --from=build --chown=node:node /grantboard/scripts/backup.ts scripts/
COPY --from=build --chown=node:node /grantboard/scripts/import.ts scripts/
COPY --from=build --chown=node:node /grantboard/scripts/restore.ts scripts/
COPY --from=build --chown=node:node /grantboard/scripts/rotate.ts scripts/
COPY --from=build --chown=node:node /grantboard/next.config.js ./
COPY --from=build --chown=node:node /grantboard/package.json ./
COPY --from=build --chown=node:node /grantboard/tsconfig.json ./
RUN install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.PORT||3000)+'/readyz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "scripts/start.js"]
