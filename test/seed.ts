// The same cases each time, so that a change is judged by itself; others are hunted for with
// `RETOUR_SEED=… npm test` (docs/decisions/0020).
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["RETOUR_SEED"] ?? 20_261_122) });
