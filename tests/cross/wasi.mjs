// SPDX-License-Identifier: MIT
// Runs a WebAssembly program in the current folder.
import {readFile} from 'node:fs/promises';
import {WASI} from 'node:wasi';

const wasi = new WASI({
    version: 'preview1',
    args: ['program', ...process.argv.slice(3)],
    preopens: {'.': '.'},
    returnOnExit: true,
});
const module = await WebAssembly.compile(await readFile(process.argv[2]));
process.exit(wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject())));
