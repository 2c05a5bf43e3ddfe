import { memoryHost } from '../../src/hosts/memory.ts';
import { contract } from './contract.ts';

contract('内存', async (snapshot) => {
  const host = memoryHost(snapshot);
  return {
    host,
    edit: (sheet, address, value) => host.edit(sheet, address, value),
    marked: (sheet, address) =>
      host.marks.find((m) => m.sheet === sheet && m.address === address)?.verdict,
    look: () => undefined,
    settle: async () => undefined,
  };
});
