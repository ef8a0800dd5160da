// PostGraphile 5 over the same tables, as its documentation starts it. It is installed apart (`npm install postgraphile@5`),
// in the folder of ORBITA_BENCH_POSTGRAPHILE: what is only compared with is no dependency.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.env.POSTGRAPHILE, 'package.json'));
const { postgraphile } = require('postgraphile');
const { makePgService } = require('postgraphile/adaptors/pg');
const { PostGraphileAmberPreset } = require('postgraphile/presets/amber');
const { makeV4Preset } = require('postgraphile/presets/v4');
const { grafserv } = require('postgraphile/grafserv/node');

const serv = postgraphile({
  extends: [PostGraphileAmberPreset, makeV4Preset({ simpleCollections: 'only', disableDefaultMutations: true, legacyRelations: 'omit' })],
  pgServices: [makePgService({ connectionString: process.env.DATABASE_URL, schemas: ['public'] })],
  grafserv: { graphqlPath: '/graphql', watch: false, graphiql: false },
  grafast: { explain: false },
}).createServ(grafserv);
const server = createServer();
serv.addTo(server);
server.listen(0, () => process.stdout.write(`ready ${server.address().port}\n`));
