/** Runs one check and prints what came of it. */
export const check = async (name, run) => {
  try {
    await run();
    console.log(`passed ${name}`);
  } catch (error) {
    console.log(`failed ${name}: ${String(error.message).replaceAll(/\s+/g, ' ')}`);
  }
};
