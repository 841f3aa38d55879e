const SHARED = `  --model M.osim            the musculoskeletal model (OpenSim 1.9 to 4.5)
  --motion Q.mot|.sto       recorded coordinates (or states)
  --external-loads E.xml    ground reaction and other outer forces
  --from S, --to S          part of the motion, seconds (default: all of it)
  --interval N              every Nth frame (default 1)
  --lowpass HZ              low-pass the coordinates first, as OpenSim does (default: not)
  --out DIR                 folder for the results
  --name NAME               first part of the results' names (default: the motion's)
  --json FILE|-             a summary: residuals, files, speed
  --setup SETUP.xml         do what an OpenSim set-up file says (AnalyzeTool, InverseDynamicsTool, InverseKinematicsTool);
                            the options above and below override what it says`;

const COMMANDS = `  ik        markers → coordinates                       levelhip body ik --model M.osim --markers W.trc --tasks T.xml --out DIR
  id        coordinates → joint moments                 levelhip body id --model M.osim --motion Q.mot --external-loads E.xml --lowpass 6 --out DIR
  so        joint moments → muscle effort               levelhip body so --model M.osim --motion Q.sto --external-loads E.xml --actuators A.xml --out DIR
  jr        muscle forces → joint reactions             levelhip body jr --model M.osim --motion Q.sto --external-loads E.xml --joints hip_r --in child --out DIR
  lengths   coordinates → muscle–tendon lengths         levelhip body lengths --model M.osim --motion Q.mot --out DIR
  arms      coordinates → moment arms                   levelhip body arms --model M.osim --motion Q.mot --coordinate hip_adduction_r --out DIR
  export    the built-in human model → OpenSim file     levelhip body export --osim human.osim --sex f --height-m 1.65 --mass-kg 62
  task      a task on the built-in human model          levelhip body task walking --strength gluteus_medius=0.5`;

const EXITS = "Exit codes: 0 done, 2 wrong usage, 3 a file could not be read, 4 nothing could be computed.";

export const BODY_HELP = `levelhip body COMMAND [options] — kinematics, dynamics, muscle effort and joint loads from OpenSim's own files

${COMMANDS}

${SHARED}

  levelhip body COMMAND --help   the command's own options and examples

${EXITS}
`;

const OWN: Readonly<Record<string, string>> = {
  ik: `  --markers M.trc           marker positions
  --tasks T.xml             weights of the markers and coordinates (default: every marker weighs 1)

Examples
  levelhip body ik --model subject01.osim --markers walk1.trc --tasks tasks.xml --out results
  levelhip body ik --setup subject01_Setup_IK.xml

Writes NAME_ik.mot (coordinates) and NAME_ik_marker_errors.sto.`,
  id: `  --actuators A.xml         a force set to add to the model (its passive forces count)

Examples
  levelhip body id --model subject01.osim --motion walk1_ik.mot --external-loads walk1_grf.xml --lowpass 6 --out results
  levelhip body id --setup subject01_Setup_InverseDynamics.xml --json -

Writes NAME_InverseDynamics.sto. Muscles give no force.`,
  so: `  --actuators A.xml         reserve and residual actuators to add to the model (repeatable)
  --exponent P              2 or 3: the cost is Σ activation^P (default 2)
  --strength SEL=F,…        strength of muscles by the model's own: a group (gluteus-medius, gluteus-medius-left), a muscle
                            or a pattern (glut_med*_r): gluteus-medius-right=0.5
  --no-passive              leave passive muscle forces out, as OpenSim's StaticOptimization does
  --elastic-tendon          tendons stretch: fibre and tendon in equilibrium at every instant (default: they do not)
  --reserve-price NM        price of the built-in reserves: NM newton metres cost as much as one muscle at full effort
                            (default 0.001: so dear that they appear only where nothing else can balance)
  --range                   also the least and greatest activation of every group among the answers that cost at most 5 % more

Examples
  levelhip body so --model gait2392.osim --motion walk.sto --external-loads grf.xml --actuators reserves.xml --out results
  levelhip body so --model gait2392.osim --motion walk.sto --external-loads grf.xml --strength gluteus-medius-right=0.5 --out weak
  levelhip body so --setup setup_static_optimization.xml --model subject01.osim

Writes NAME_StaticOptimization_activation.sto, _force.sto and _certificate.sto (balance error, what reserves
carry, and whether the muscles can hold the posture: holdable 1 or 0).`,
  jr: `  --joints NAME,…           joints (default: all)
  --on child|parent         the body the load acts on, one for all or one for each joint (default child)
  --in child|parent|ground  the frame it is expressed in; a body's name too (default ground)
  --forces F.sto            forces of muscles and actuators; without it they are solved for first (options of so hold)
  --actuators A.xml         reserve and residual actuators to add to the model

Examples
  levelhip body jr --model gait2392.osim --motion walk.sto --external-loads grf.xml --actuators reserves.xml \\
                   --forces results/walk_StaticOptimization_force.sto --joints hip_r --on child --in child --out results
  levelhip body jr --setup setup_JointReaction.xml --forces results/subject01_StaticOptimization_force.sto

Writes NAME_JointReaction_ReactionLoads.sto and, where the forces were solved for, NAME_JointReaction_certificate.sto: where
holdable is 0, reserves carry more than 5 % of a joint's moment or decide a reaction, and it says little about the body.`,
  lengths: `Examples
  levelhip body lengths --model gait2392.osim --motion walk.mot --out results

Writes NAME_MuscleAnalysis_Length.sto.`,
  arms: `  --coordinate NAME,…       coordinates (default: all that a muscle acts on)

Examples
  levelhip body arms --model gait2392.osim --motion walk.mot --coordinate hip_adduction_r --out results

Writes NAME_MuscleAnalysis_MomentArm_COORDINATE.sto for each.`,
};

export function helpFor(command: string): string {
  return `levelhip body ${command} [options]

${SHARED}
${OWN[command] ?? ""}

${EXITS}
`;
}
