/** The parts of the language model's package that are used here; the package's own types name Node's. */
declare module "wink-eng-lite-web-model" {
  const model: unknown;
  export default model;
}
