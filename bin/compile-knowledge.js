// The last step of `npm run build`: what ships as YAML is parsed once, so that no command needs to.
import { compileKnowledge } from "../dist/server/knowledge.js";

compileKnowledge();
