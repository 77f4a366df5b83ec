#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// What a command needs is compiled once, not at each call. This file is no TypeScript: reading that before there is a
// cache would load, at each call, what strips its types. https://nodejs.org/api/module.html#module-compile-cache
enableCompileCache();
await import('../src/main.ts');
