// Runs HAPI FHIR's generic client against the server, in JSON and in XML: node test/clients/java/run.ts
import { readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { javaLibrary } from '../../java.ts';
import { install, runClients } from '../run-clients.ts';

const hapi = javaLibrary(join(import.meta.dirname, 'pom.xml'), "HAPI FHIR's client");
const sources = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.java'));

await runClients(hapi.missing(), (folder) => {
  const jars = hapi.classPath();
  install('javac', [
    '-encoding',
    'UTF-8',
    '-d',
    folder,
    '-cp',
    jars,
    ...sources.map((name) => join(import.meta.dirname, name)),
  ]);
  return ['JSON', 'XML'].map((encoding) => ({
    name: `HAPI in ${encoding}`,
    command: [
      'java',
      '-Dfile.encoding=UTF-8',
      '-XX:+UseSerialGC',
      '-cp',
      [folder, jars].join(delimiter),
      'HapiClient',
      encoding,
    ],
  }));
});
