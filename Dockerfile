FROM node:22-bookworm-slim AS build
WORKDIR /grantboard
COPY package.json package-lock.json .npmrc ./
COPY scripts/generate.js scripts/
COPY prisma prisma
COPY prisma.config.ts ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:22-bookworm-slim
WORKDIR /grantboard
ENV NODE_ENV=production DATA_DIR=/data
COPY --from=build --chown=node:node /grantboard ./
RUN install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.PORT||3000)+'/readyz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "scripts/start.js"]
