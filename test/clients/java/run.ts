// Runs HAPI FHIR, its client against the server and its validator with the profiles: node test/clients/java/run.ts
import { readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { javaLibrary } from '../../java.ts';
import { type ClientProgram, install, runClients } from '../run-clients.ts';

const ROOT = join(import.meta.dirname, '../../..');
const hapi = javaLibrary(join(import.meta.dirname, 'pom.xml'), 'HAPI FHIR');
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
  const profiles = 'profiles.tgz';
  install(process.execPath, [join(ROOT, 'profiles/package.ts'), join(folder, profiles)]);
  const program = (name: string, ...args: readonly string[]): ClientProgram => ({
    name,
    command: [
      'java',
      '-Dfile.encoding=UTF-8',
      '-XX:+UseSerialGC',
      '-cp',
      [folder, jars].join(delimiter),
      ...args,
    ],
  });
  return [
    program('HAPI in JSON', 'HapiClient', 'JSON'),
    program('HAPI in XML', 'HapiClient', 'XML'),
    program('HAPI for R4', 'HapiR4Client'),
    program('HAPI with the profiles', 'HapiPackage', profiles, join(ROOT, 'samples/registry-record.json')),
  ];
});
