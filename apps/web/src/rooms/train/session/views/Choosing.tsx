import { alternatives, exerciseOf, type Programme, rowsOf, swapExercise } from "@levelhip/care";
import { type Prescription, prescriptionOf } from "@levelhip/records";
import { turnOf } from "../flow.ts";
import { Frame } from "../Frame.tsx";
import { stepsWith } from "../turns.ts";
import { Options } from "./Options.tsx";
import { common, type View } from "./view.ts";
import styles from "./views.module.css";

/** What can be done instead today: care's own alternatives, dosed by care. */
export function Choosing({
  programme,
  today,
  ...view
}: View & { readonly programme: Programme; readonly today: string }) {
  const { flow, press, t, say } = view;
  const { back, end } = common(view);
  const found = instead(flow, programme, today);
  const options = found.map(({ exercise, rows }, index) => ({
    label: say({ id: `exercise.${exercise}.name` }),
    keys: [String(index + 1)],
    press: () => press({ type: "SWAP", rows }),
  }));
  return (
    <Frame
      page="choosing"
      title={t("train.session.swap.title")}
      actions={[{ ...back, label: t("train.session.swap.keep") }, end]}
      more={options}
    >
      <p className={styles.how}>{options.length > 0 ? t("train.session.swap.text") : t("train.session.swap.none")}</p>
      <Options label={t("train.session.swap.title")} options={options} />
    </Frame>
  );
}

interface Instead {
  readonly exercise: string;
  readonly rows: ReadonlyMap<number, Prescription | null>;
}
/** For each alternative, what stands in the plan's steps: a side each, or one for both and the other left out. */
function instead(flow: View["flow"], programme: Programme, today: string): Instead[] {
  const turn = turnOf(flow);
  if (!turn) return [];
  const steps = stepsWith(flow.turns, turn);
  const taken = new Set(flow.input.plan.map(({ exercise }) => exercise));
  return alternatives(turn.exercise.id, programme.setting).flatMap(({ id, laterality }): Instead[] => {
    const item = swapExercise(programme, turn.exercise.id, id, today)?.programme.items.find(
      (one) => one.exercise === id,
    );
    if (!item || taken.has(id) || (laterality === "each-side" && exerciseOf(turn.exercise.id).laterality === "both"))
      return [];
    const rows = rowsOf(item, programme.status.kind === "deload").map(prescriptionOf);
    return [
      {
        exercise: id,
        rows: new Map(
          steps.map((step, index) => {
            const side = flow.input.plan[step]?.side ?? null;
            return [step, rows.find((row) => row.side === side) ?? (index === 0 ? (rows[0] ?? null) : null)];
          }),
        ),
      },
    ];
  });
}
