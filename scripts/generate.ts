// Every file of the repository that is made from others. CI runs it and fails when something changes.
import { makeDemo } from "./make-demo.ts";
import { makeDocs } from "./make-docs.ts";
import { makePage } from "./make-page.ts";
import { makeTemplate } from "./make-template.ts";
import { makeWorklist } from "./make-worklist.ts";

await makePage();
await makeTemplate();
await makeWorklist();
await makeDemo();
makeDocs();
