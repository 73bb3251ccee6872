// A worker for the tests of the pool: does what the name of its task says, and nothing else.

import workerpool from 'workerpool';

const die = () => process.kill(process.pid, 'SIGKILL');

workerpool.worker({
  do: async ({ job: { name } }) => {
    if (name === 'dies before it begins') die();
    workerpool.workerEmit({ pid: process.pid });
    if (name === 'never ends') await new Promise((resolve) => setTimeout(resolve, 1e6));
    if (name === 'dies') die();
    if (name === 'breaks down') process.exit(9);
    if (name === 'throws') throw new TypeError('a fault of ours');
    if (name === 'leaves afterwards') setTimeout(() => process.exit(0), 5);
    if (name === 'dies afterwards') setTimeout(die, 5);
    return { name, pid: process.pid };
  },
});
