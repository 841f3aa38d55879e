interface ExerciseWords {
  readonly name: string;
  readonly start: string;
  readonly step: Readonly<Record<string, string>>;
  readonly cue: Readonly<Record<string, string>>;
  readonly feel: string;
  readonly camera: string;
  readonly fault?: Readonly<Record<string, string>>;
  readonly caution?: Readonly<Record<string, string>>;
}

const FLOOR_SIDE =
  "Stellen Sie das Telefon auf den Boden, zwei bis drei Meter neben sich, sodass es Sie von der Schulter bis zum Fuß sieht.";
const FLOOR_SIDE_SHORT = "Stellen Sie das Telefon auf den Boden, zwei bis drei Meter neben sich.";
const FLOOR_FRONT =
  "Stellen Sie das Telefon vor sich auf den Boden, zwei Meter entfernt, sodass es Sie von der Schulter bis zum Fuß sieht.";
const HIP_SIDE = "Stellen Sie das Telefon auf Hüfthöhe, zwei bis drei Meter neben sich.";
const HIP_FRONT = "Stellen Sie das Telefon auf Hüfthöhe, drei Meter vor sich.";
const HIP_FRONT_BAND = "Stellen Sie das Telefon auf Hüfthöhe, drei Meter vor sich. Ein Band um die Hüfte hilft.";
const KNEE = "Knie über dem Fuß";
const KNEES = "Knie über den Füßen";
const LEVEL = "Becken waagerecht";
const HANDS = "Behalten Sie beide Hände an der Stütze.";
const SHOULDER = "Hören Sie auf, wenn die Schulter weh tut.";
const LESS_BENDING = "Wenn Vorbeugen weh tut, wählen Sie eine andere Übung.";

const WORDS: Readonly<Record<string, ExerciseWords>> = {
  "glute-squeeze": {
    name: "Gesäß anspannen",
    start: "Liegen Sie auf Bauch oder Rücken, oder sitzen oder stehen Sie. Die Beine sind locker.",
    step: {
      squeeze: "Spannen Sie beide Gesäßhälften zusammen an, erst sanft, dann fest.",
      hold: "Halten und weiteratmen.",
      release: "Langsam lösen und spüren, wie der Muskel weich wird.",
    },
    cue: { coin: "Halten Sie eine Münze zwischen den Gesäßhälften", breathe: "Weiteratmen" },
    feel: "Sie spüren unter den Händen, wie das Gesäß fest wird. Der Muskel arbeitet, auch wenn Sie ihn selten bemerken.",
    camera: "Keine Kamera nötig. Legen Sie eine Hand auf jede Gesäßhälfte und spüren Sie.",
    caution: { breath: "Halten Sie den Atem nicht an." },
  },
  "glute-bridge": {
    name: "Brücke",
    start: "Auf dem Rücken liegen, Knie im rechten Winkel, Füße hüftbreit, Fersen etwa eine Handlänge vom Gesäß.",
    step: {
      press: "Fersen in den Boden drücken und das Gesäß anspannen.",
      lift: "Hüfte heben, bis Schultern, Hüfte und Knie in einer Linie sind. Die Rippen bleiben unten.",
      lower: "Halten, dann langsam senken, Wirbel für Wirbel.",
    },
    cue: { floor: "Schieben Sie den Boden weg", ribs: "Rippen unten", squeeze: "Oben anspannen" },
    feel: "Sie spüren es im Gesäß. Krampft die Oberschenkelrückseite, rücken Sie die Fersen näher und heben Sie die Zehen.",
    camera: FLOOR_SIDE,
    fault: {
      low: "Etwas höher: Hüfte in einer Linie mit Knien und Schultern",
      arched: "Rippen unten: aufhören, wenn die Linie gerade ist",
      "knees-in": "Knie auseinander, über die Füße",
      fast: "Langsamer nach unten",
    },
    caution: {
      neck: "Ist der Nacken empfindlich, legen Sie ein flaches Kissen unter den Kopf.",
      arching: "Wenn Hohlkreuz weh tut, hören Sie kurz vor der geraden Linie auf.",
    },
  },
  "bridge-hold": {
    name: "Brücke halten",
    start: "Liegen Sie wie bei der Brücke.",
    step: {
      lift: "Hüfte heben, bis Schultern, Hüfte und Knie in einer Linie sind.",
      hold: "Oben bleiben, atmen und das Gesäß angespannt halten.",
      lower: "Senken, bevor die Hüfte absinkt.",
    },
    cue: { level: "Hüfte bleibt oben", breathe: "Weiteratmen" },
    feel: "Sie spüren ein gleichmäßiges Brennen im Gesäß. Das ist normal.",
    camera: FLOOR_SIDE,
    fault: { sinking: "Die Hüfte sinkt: heben oder ausruhen", arched: "Rippen unten" },
    caution: { cramp: "Ein Krampf im Oberschenkel ist harmlos: senken, Fersen näher, kürzer halten." },
  },
  "marching-bridge": {
    name: "Brücke mit Schritten",
    start: "Heben Sie sich in die Brücke, Hüfte in einer Linie mit Schultern und Knien.",
    step: {
      lift: "Einen Fuß eine Handbreit vom Boden heben. Das Becken bleibt waagerecht.",
      lower: "Langsam absetzen und die Seite wechseln.",
      rest: "Die Hüfte senken, wenn das Becken zu kippen beginnt.",
    },
    cue: { glass: "Halten Sie ein Glas Wasser auf dem Becken ruhig", slow: "Langsame Schritte" },
    feel: "Sie spüren das Gesäß des Beins, das unten bleibt.",
    camera: "Stellen Sie das Telefon auf den Boden vor Ihre Füße, zwei Meter entfernt, in einer Linie mit dem Körper.",
    fault: { tilt: "Becken waagerecht halten", sinking: "Hüfte hoch" },
  },
  "single-leg-bridge": {
    name: "Brücke auf einem Bein",
    start: "Liegen Sie wie bei der Brücke. Strecken Sie ein Bein aus, Oberschenkel nebeneinander.",
    step: {
      press: "Die Ferse des gebeugten Beins in den Boden drücken.",
      lift: "Hüfte heben, beide Seiten gleich hoch, bis die Linie gerade ist.",
      lower: "Halten, dann langsam senken.",
    },
    cue: { level: "Beide Seiten des Beckens gleich hoch", heel: "Durch die Ferse" },
    feel: "Sie spüren das Gesäß des gebeugten Beins.",
    camera: "Stellen Sie das Telefon auf den Boden, zwei bis drei Meter neben das arbeitende Bein.",
    fault: { low: "Etwas höher", tilt: "Auch die freie Seite heben" },
    caution: { cramp: "Ein Krampf im Oberschenkel ist harmlos: Ferse näher, weniger auf einmal." },
  },
  "hip-thrust": {
    name: "Hüftheben an der Bank",
    start:
      "Sitzen Sie auf dem Boden, Schulterblätter an der Kante eines festen Sofas oder einer Bank, die an der Wand steht. Füße hüftbreit.",
    step: {
      lift: "Durch die Fersen drücken und die Hüfte heben, bis Rumpf und Oberschenkel waagerecht sind. Die Schienbeine stehen oben senkrecht.",
      tuck: "Kinn heran und Rippen unten. Gesäß anspannen.",
      lower: "Langsam senken, ohne abzusetzen.",
    },
    cue: { chin: "Kinn heran", ribs: "Rippen unten", lock: "Oben ganz anspannen" },
    feel: "Sie spüren das Gesäß, mehr als in der Brücke.",
    camera: HIP_SIDE,
    fault: {
      short: "Ganz nach oben",
      arched: "Rippen unten: Bewegung in der Hüfte, nicht im Rücken",
      "knees-in": KNEES,
    },
    caution: { bench: "Die Bank darf nicht rutschen. Legen Sie ein Handtuch auf die Kante." },
  },
  "hip-thrust-loaded": {
    name: "Hüftheben mit Gewicht",
    start:
      "Wie beim Hüftheben an der Bank, mit einem Gewicht und einem gefalteten Handtuch auf der Hüfte. Halten Sie es mit beiden Händen.",
    step: {
      lift: "Ausatmen und heben, bis Rumpf und Oberschenkel waagerecht sind.",
      hold: "Oben das Gesäß anspannen.",
      lower: "Einatmen und langsam senken.",
    },
    cue: { breathe: "Ausatmen auf dem Weg nach oben", ribs: "Rippen unten", knees: KNEES },
    feel: "Sie spüren, wie das Gesäß kräftig arbeitet. Der untere Rücken bleibt ruhig.",
    camera: HIP_SIDE,
    fault: { short: "Ganz nach oben, oder weniger Gewicht", arched: "Bewegung in der Hüfte, nicht im Rücken" },
    caution: { breath: "Halten Sie unter Last den Atem nicht an." },
  },
  "single-leg-hip-thrust": {
    name: "Hüftheben auf einem Bein",
    start: "Wie beim Hüftheben an der Bank, ein Fuß ist vom Boden gelöst, das Knie gebeugt.",
    step: {
      lift: "Durch eine Ferse drücken und die Hüfte waagerecht heben.",
      hold: "Beide Seiten des Beckens bleiben auf einer Höhe.",
      lower: "Langsam senken.",
    },
    cue: { level: LEVEL, ribs: "Rippen unten" },
    feel: "Sie spüren das Gesäß des Fußes, der am Boden steht.",
    camera: "Stellen Sie das Telefon auf Hüfthöhe, zwei bis drei Meter neben das arbeitende Bein.",
    fault: { short: "Ganz nach oben", tilt: "Auch die freie Seite heben" },
    caution: { bench: "Die Bank darf nicht rutschen." },
  },
  "quadruped-hip-extension": {
    name: "Ferse zur Decke",
    start: "Auf Händen und Knien, Hände unter den Schultern, Knie unter der Hüfte, Rücken lang.",
    step: {
      lift: "Mit gebeugtem Knie eine Ferse zur Decke heben, bis der Oberschenkel auf Höhe des Rückens ist.",
      hold: "Halten. Der untere Rücken bewegt sich nicht.",
      lower: "Langsam senken.",
    },
    cue: { long: "Langer Rücken", level: "Das Becken zeigt zum Boden" },
    feel: "Sie spüren das Gesäß des gehobenen Beins. Spüren Sie den unteren Rücken, heben Sie weniger hoch.",
    camera: FLOOR_SIDE_SHORT,
    fault: { arched: "Weniger hoch, Rücken lang", turned: "Becken waagerecht halten" },
    caution: { wrist: "Sind die Handgelenke empfindlich, stützen Sie sich auf die Unterarme." },
  },
  "bird-dog": {
    name: "Arm und Bein strecken",
    start: "Auf Händen und Knien, Hände unter den Schultern, Knie unter der Hüfte, Rücken lang.",
    step: {
      reach: "Ein Bein nach hinten und den anderen Arm nach vorn strecken, nicht höher als der Rumpf.",
      hold: "Halten und ruhig bleiben. Atmen.",
      lower: "Langsam zurückkommen.",
    },
    cue: { tray: "Ein Tablett auf dem unteren Rücken tragen", long: "Lang strecken, nicht hoch" },
    feel: "Sie spüren das Gesäß des gestreckten Beins und einen ruhigen Rumpf.",
    camera: "Stellen Sie das Telefon auf den Boden, zwei bis drei Meter neben das arbeitende Bein.",
    fault: { arched: "Lang strecken, nicht hoch", turned: "Beide Hüftknochen zeigen nach unten" },
    caution: { arching: "Wenn Hohlkreuz weh tut, halten Sie das Bein tiefer." },
  },
  "standing-hip-extension": {
    name: "Beinheben nach hinten im Stehen",
    start: "An einer Arbeitsplatte stehen, beide Hände darauf, Rumpf etwas nach vorn geneigt.",
    step: {
      squeeze: "Eine Gesäßhälfte anspannen.",
      lift: "Dieses Bein mit gestrecktem Knie nach hinten führen, nur so weit, wie der untere Rücken ruhig bleibt.",
      lower: "Langsam senken.",
    },
    cue: { small: "Klein und kräftig", still: "Unterer Rücken ruhig" },
    feel: "Sie spüren das Gesäß des Beins, das sich bewegt.",
    camera: HIP_SIDE,
    fault: { arched: "Weniger heben, unterer Rücken ruhig" },
    caution: { hold: HANDS, arching: "Wenn Hohlkreuz weh tut, machen Sie die Bewegung kleiner." },
  },
  "isometric-abduction": {
    name: "Nach außen drücken",
    start:
      "Auf dem Rücken liegen, Knie gebeugt, oder sitzen. Einen Gürtel oberhalb der Knie um die Oberschenkel legen oder die Hände außen anlegen, Füße hüftbreit.",
    step: {
      press: "Beide Knie nach außen gegen Gürtel oder Hände drücken. Nichts bewegt sich.",
      hold: "Halten und weiteratmen.",
      release: "Langsam lösen.",
    },
    cue: { slow: "Langsam aufbauen", breathe: "Weiteratmen" },
    feel: "Sie spüren, wie die Seiten der Hüfte fest werden.",
    camera: "Keine Kamera nötig. Nichts bewegt sich.",
    caution: { side: "Bei Schmerz an der Hüftseite drücken Sie zuerst nur halb so fest." },
  },
  clamshell: {
    name: "Muschel",
    start:
      "Auf der Seite liegen, Hüfte etwa 45 Grad gebeugt, Knie im rechten Winkel, Fersen zusammen. Kopf auf dem Arm.",
    step: {
      open: "Fersen zusammenlassen und das obere Knie wie eine Muschel öffnen.",
      stop: "Aufhören, bevor das Becken nach hinten rollt. Eine Handbreit genügt.",
      close: "Langsam schließen.",
    },
    cue: { wall: "Becken an einer gedachten Wand", heels: "Fersen bleiben zusammen" },
    feel: "Sie spüren die Hüfte hinten und seitlich. Spüren Sie dort nichts, probieren Sie eine andere Übung dieser Gruppe.",
    camera: FLOOR_FRONT,
    fault: { rolling: "Weniger öffnen, Becken ruhig", heels: "Fersen zusammen" },
    caution: {
      hip: "Mit einer neuen Hüfte legen Sie ein festes Kissen zwischen die Knie, damit sie sich nicht kreuzen.",
      side: "Bei Schmerz an der Hüftseite legen Sie ein Kissen zwischen die Knie.",
    },
  },
  "clamshell-band": {
    name: "Muschel mit Band",
    start: "Wie bei der Muschel, das Band liegt knapp oberhalb der Knie.",
    step: {
      open: "Das obere Knie gegen das Band öffnen, Fersen zusammen.",
      hold: "Halten, ohne nach hinten zu rollen.",
      close: "Sich vom Band langsam zurückziehen lassen.",
    },
    cue: { wall: "Becken an einer gedachten Wand", slow: "Langsam zurück" },
    feel: "Sie spüren die obere Hüfte hinten und seitlich.",
    camera: FLOOR_FRONT,
    fault: { rolling: "Weniger öffnen, Becken ruhig", heels: "Fersen zusammen" },
    caution: { side: "Bei Schmerz an der Hüftseite nehmen Sie das leichtere Band." },
  },
  "side-lying-raise-wall": {
    name: "Beinheben in Seitenlage an der Wand",
    start:
      "Auf der Seite liegen, Rücken nah an einer Wand, unteres Knie gebeugt. Die Ferse des oberen Beins berührt die Wand.",
    step: {
      slide: "Die Ferse an der Wand nach oben schieben, Zehen nach vorn.",
      stop: "Auf Hüfthöhe oder etwas darüber aufhören.",
      lower: "Langsam hinunterschieben.",
    },
    cue: { heel: "Die Ferse führt", wall: "Ferse bleibt an der Wand" },
    feel: "Sie spüren die Seite der oberen Hüfte.",
    camera: FLOOR_FRONT,
    fault: { rolling: "Etwas nach vorn rollen", hiking: "Das Bein heben, nicht die Hüfte" },
    caution: {
      side: "Bei Schmerz an der Hüftseite beginnen Sie mit einem Kissen zwischen den Beinen und lassen das Bein nicht darunter sinken.",
    },
  },
  "side-lying-leg-raise": {
    name: "Beinheben in Seitenlage",
    start:
      "Auf der Seite liegen, unteres Knie gebeugt, oberes Bein lang und etwas hinter Ihnen, Zehen leicht nach unten. Etwas nach vorn rollen.",
    step: {
      lift: "Das obere Bein heben, Ferse voran, etwa einen Unterarm hoch.",
      hold: "Halten, ohne nach hinten zu rollen.",
      lower: "Langsam senken.",
    },
    cue: {
      heel: "Ferse voran, Zehen leicht nach unten",
      roll: "Etwas nach vorn rollen",
      long: "Mit der Ferse lang strecken",
    },
    feel: "Sie spüren die Seite der Hüfte, hinter der Hosennaht. Davor heißt: Sie sind nach hinten gerollt.",
    camera: FLOOR_FRONT,
    fault: {
      rolling: "Etwas nach vorn rollen",
      drifting: "Bein etwas hinter sich",
      high: "Nicht so hoch: Das Becken kippt",
      swinging: "Langsam, ohne Schwung",
    },
    caution: {
      side: "Bei Schmerz an der Hüftseite legen Sie ein Kissen zwischen die Beine und lassen das Bein nicht darunter sinken.",
    },
  },
  "standing-hip-abduction": {
    name: "Beinheben zur Seite im Stehen",
    start: "Aufrecht an einer Arbeitsplatte oder hinter einem festen Stuhl stehen, beide Hände darauf.",
    step: {
      lift: "Ein Bein zur Seite heben, Zehen nach vorn, Rumpf aufrecht.",
      hold: "Kurz halten. Beide Hüften bleiben auf einer Höhe.",
      lower: "Langsam senken.",
    },
    cue: { tall: "Groß bleiben", toes: "Zehen zeigen nach vorn" },
    feel: "Sie spüren die Seite beider Hüften: die hebt und die hält.",
    camera: "Stellen Sie das Telefon auf Hüfthöhe, drei Meter hinter sich.",
    fault: { leaning: "Groß bleiben, weniger hoch", turning: "Zehen nach vorn" },
    caution: { hold: HANDS },
  },
  "side-plank-knees": {
    name: "Seitstütz auf den Knien",
    start: "Auf der Seite liegen, auf einen Unterarm gestützt, Knie gebeugt, Ellbogen unter der Schulter.",
    step: {
      lift: "Hüfte heben, bis Rumpf und Oberschenkel in einer Linie sind.",
      hold: "Halten und atmen.",
      lower: "Senken, bevor die Hüfte absinkt.",
    },
    cue: { hips: "Hüfte nach vorn", push: "Schieben Sie den Boden weg" },
    feel: "Sie spüren die untere Seite von Hüfte und Rumpf.",
    camera: "Stellen Sie das Telefon vor sich auf den Boden, zwei Meter entfernt.",
    fault: { sinking: "Hüfte hoch, oder ausruhen", turning: "Brust zeigt nach vorn" },
    caution: { shoulder: SHOULDER },
  },
  "side-plank": {
    name: "Seitstütz",
    start: "Auf der Seite liegen, auf einen Unterarm gestützt, Beine lang, oberer Fuß vor dem unteren.",
    step: {
      lift: "Hüfte heben, bis der Körper eine Linie ist.",
      hold: "Halten und atmen.",
      lower: "Senken, bevor die Hüfte absinkt.",
    },
    cue: { line: "Eine Linie vom Ohr bis zum Knöchel", push: "Schieben Sie den Boden weg" },
    feel: "Sie spüren die untere Seite von Hüfte und Rumpf.",
    camera: "Stellen Sie das Telefon vor sich auf den Boden, zwei bis drei Meter entfernt.",
    fault: { sinking: "Hüfte hoch, oder ausruhen", turning: "Brust zeigt nach vorn" },
    caution: { shoulder: SHOULDER },
  },
  "side-plank-leg-raise": {
    name: "Seitstütz mit Beinheben",
    start: "Heben Sie sich in den Seitstütz, der Körper in einer Linie.",
    step: {
      lift: "Das obere Bein eine Handbreit über die Waagerechte heben.",
      hold: "Kurz halten. Die Hüfte bleibt oben.",
      lower: "Das Bein langsam senken.",
    },
    cue: { line: "Körper in einer Linie", slow: "Langsam und ruhig" },
    feel: "Sie spüren die Seite beider Hüften.",
    camera: "Stellen Sie das Telefon vor sich auf den Boden, zwei bis drei Meter entfernt.",
    fault: { sinking: "Hüfte hoch, oder ausruhen", turning: "Brust zeigt nach vorn" },
    caution: { shoulder: SHOULDER },
  },
  "weight-shift": {
    name: "Langsam das Gewicht verlagern",
    start: "An einer Arbeitsplatte oder hinter einem festen Stuhl stehen, beide Hände darauf, Füße hüftbreit.",
    step: {
      shift: "Das Gewicht langsam auf ein Bein verlagern. Beide Füße bleiben am Boden.",
      press: "Diesen Fuß in den Boden drücken und die Gesäßhälfte anspannen. Die Hüften bleiben auf einer Höhe.",
      back: "Zur Mitte zurück und auf die andere Seite.",
    },
    cue: { level: "Hüften auf einer Höhe", slow: "Langsam wie Honig" },
    feel: "Sie spüren die Seite der Hüfte, die Sie trägt.",
    camera: HIP_FRONT,
    fault: { leaning: "Groß bleiben" },
    caution: { hold: HANDS },
  },
  "single-leg-stance-supported": {
    name: "Einbeinstand mit einer Hand an der Wand",
    start: "Aufrecht neben einer Wand oder Arbeitsplatte stehen, Fingerspitzen daran.",
    step: {
      lift: "Einen Fuß ein wenig heben. Beide Hüftknochen bleiben auf einer Höhe.",
      press: "Den Standfuß in den Boden drücken und diese Gesäßhälfte anspannen.",
      change: "Den Fuß absetzen, bevor das Becken kippt.",
    },
    cue: { belt: "Ein gedachter Gürtel bleibt waagerecht", tall: "Groß werden" },
    feel: "Sie spüren die Seite der Hüfte, auf der Sie stehen.",
    camera: HIP_FRONT_BAND,
    fault: { dropping: "Die freie Seite heben", leaning: "Groß über dem Fuß bleiben" },
    caution: { wall: "Behalten Sie eine Hand an der Wand." },
  },
  "single-leg-stance": {
    name: "Einbeinstand, Becken waagerecht",
    start: "Aufrecht nahe einer Wand stehen, Arme locker, wenn möglich barfuß.",
    step: {
      lift: "Einen Fuß heben. Die freie Seite des Beckens etwas über die Waagerechte heben.",
      hold: "Dort halten und atmen.",
      change: "Den Fuß absetzen, bevor das Becken sinkt.",
    },
    cue: { belt: "Ein gedachter Gürtel bleibt waagerecht", tall: "Groß werden" },
    feel: "Sie spüren die Seite der Hüfte, auf der Sie stehen.",
    camera: HIP_FRONT_BAND,
    fault: { dropping: "Die freie Seite heben", leaning: "Groß über dem Fuß bleiben" },
    caution: { wall: "Bleiben Sie nahe an einer Wand, sodass Sie sie erreichen." },
  },
  "hip-hike": {
    name: "Becken heben an der Stufe",
    start:
      "Mit einem Fuß am Rand einer Stufe stehen, Knie gestreckt, der andere Fuß frei daneben. Fingerspitzen an einer Wand.",
    step: {
      lower: "Die freie Seite des Beckens ein wenig sinken lassen. Das Standknie bleibt gestreckt.",
      lift: "Mit der Seite der Standhüfte über die Waagerechte ziehen.",
      repeat: "Langsam weiter, zwei Sekunden je Richtung.",
    },
    cue: { knee: "Standknie gestreckt", tall: "Rumpf bleibt ruhig" },
    feel: "Sie spüren die Seite der Hüfte, auf der Sie stehen.",
    camera: "Stellen Sie das Telefon auf Hüfthöhe, drei Meter hinter sich. Ein Band um die Hüfte hilft.",
    fault: { bending: "Standknie gestreckt", leaning: "Rumpf ruhig" },
    caution: { side: "Nicht, solange die Hüftseite gereizt ist." },
  },
  "lateral-band-walk": {
    name: "Seitschritte mit Band",
    start: "Band oberhalb der Knie, Füße hüftbreit, Knie und Hüfte leicht gebeugt, Rumpf aufrecht.",
    step: {
      step: "Mit dem vorderen Fuß einen Schritt zur Seite.",
      follow: "Den anderen Fuß langsam nachziehen. Das Band bleibt gespannt.",
      back: "Ebenso viele Schritte zurück.",
    },
    cue: { tight: "Band immer gespannt", toes: "Zehen nach vorn", still: "Rumpf ruhig" },
    feel: "Sie spüren die Seiten beider Hüften. Tiefer am Bein macht das Band es schwerer.",
    camera: "Stellen Sie das Telefon auf Hüfthöhe, drei bis vier Meter vor sich.",
    fault: { swaying: "Rumpf ruhig", "knees-in": KNEES },
    caution: { floor: "Räumen Sie vorher den Boden frei." },
  },
  "suitcase-carry": {
    name: "Koffer tragen",
    start: "Aufrecht stehen, ein Gewicht in einer Hand wie einen Koffer.",
    step: {
      walk: "Langsam gehen, einen Fuß vor den anderen. Nicht lehnen.",
      level: "Schultern und Becken bleiben bei jedem Schritt waagerecht.",
      change: "Umdrehen und am Ende die Hand wechseln.",
    },
    cue: { level: "Schultern waagerecht", quiet: "Leise Füße" },
    feel: "Sie spüren die Seite der Hüfte ohne Gewicht.",
    camera: "Stellen Sie das Telefon auf Hüfthöhe und gehen Sie davon weg.",
    fault: { leaning: "Schultern waagerecht", dropping: LEVEL },
    caution: { breath: "Atmen Sie beim Tragen weiter." },
  },
  "lateral-step-down": {
    name: "Seitlich die Stufe hinab",
    start:
      "Auf einem Bein auf einer niedrigen Stufe stehen, der andere Fuß frei daneben. Fingerspitzen nahe einer Wand.",
    step: {
      lower: "Das Standknie in drei bis vier Sekunden beugen, bis die freie Ferse den Boden leicht berührt.",
      line: "Das Knie zeigt über den zweiten Zeh. Das Becken bleibt waagerecht.",
      lift: "Hochkommen, ohne sich abzustoßen.",
    },
    cue: { knee: "Knie über dem zweiten Zeh", level: LEVEL, slow: "Langsam nach unten" },
    feel: "Sie spüren Gesäß und Oberschenkel des Standbeins.",
    camera: HIP_FRONT,
    fault: { "knee-in": KNEE, dropping: LEVEL, leaning: "Rumpf groß" },
    caution: { knee: "Bei Knieschmerz bleiben Sie flach." },
  },
  "single-leg-squat-box": {
    name: "Kniebeuge auf einem Bein zum Stuhl",
    start: "Auf einem Bein vor einem festen Stuhl stehen, der andere Fuß etwas vorn, Arme nach vorn.",
    step: {
      lower: "Auf einem Bein langsam setzen, bis Sie den Stuhl berühren.",
      line: "Knie über dem zweiten Zeh, Becken waagerecht.",
      lift: "Auf demselben Bein wieder aufstehen.",
    },
    cue: { knee: "Knie über dem zweiten Zeh", back: "Hüfte nach hinten", slow: "Langsam nach unten" },
    feel: "Sie spüren Gesäß und Oberschenkel des Standbeins.",
    camera: HIP_FRONT,
    fault: { "knee-in": KNEE, dropping: LEVEL },
    caution: { knee: "Bei Knieschmerz wählen Sie eine andere Übung." },
  },
  "mini-squat": {
    name: "Kleine Kniebeuge mit Stütze",
    start: "An einer Arbeitsplatte oder einem Tisch stehen, Hände darauf, Füße hüftbreit.",
    step: {
      lower: "Hüfte nach hinten schieben und die Knie ein wenig beugen.",
      line: "Die Knie zeigen über die Füße. Der Rücken bleibt lang.",
      lift: "Aufstehen und das Gesäß anspannen.",
    },
    cue: { back: "Hüfte nach hinten", knees: KNEES },
    feel: "Sie spüren Oberschenkel und Gesäß.",
    camera: HIP_FRONT,
    fault: { "knees-in": KNEES, shifted: "Gewicht auf beide Füße" },
    caution: { knee: "Bei Knieschmerz beugen Sie nur, soweit es angenehm ist." },
  },
  "sit-to-stand": {
    name: "Aufstehen und hinsetzen",
    start: "Auf der vorderen Hälfte eines festen Stuhls an der Wand sitzen, Füße hüftbreit unter den Knien.",
    step: {
      lean: "Aus der Hüfte nach vorn neigen, Rücken lang.",
      stand: "Ganz aufstehen und das Gesäß anspannen.",
      sit: "Langsam setzen, ohne zu plumpsen.",
    },
    cue: { nose: "Nase über die Zehen", knees: KNEES, soft: "Weich landen" },
    feel: "Sie spüren Gesäß und Oberschenkel.",
    camera: HIP_SIDE,
    fault: { "knees-in": KNEES, dropping: "Weich landen" },
    caution: {
      hip: "Mit einer neuen Hüfte nehmen Sie einen höheren Sitz und halten sich beim Beugen an die Regeln Ihrer Klinik.",
      arms: "Nehmen Sie die Arme zu Hilfe, wenn nötig. Stehen Sie wackelig, behalten Sie eine Hand an einer Arbeitsplatte.",
    },
  },
  "step-up": {
    name: "Stufe hinauf",
    start: "Vor einer niedrigen Stufe stehen, ein Fuß ganz darauf.",
    step: {
      lift: "Durch diese Ferse drücken und auf der Stufe aufstehen. Der untere Fuß stößt nicht ab.",
      line: "Knie über dem Fuß, Becken waagerecht.",
      lower: "Langsam hinuntersteigen.",
    },
    cue: { heel: "Durch die Ferse", level: LEVEL },
    feel: "Sie spüren Gesäß und Oberschenkel des Beins auf der Stufe.",
    camera: HIP_FRONT,
    fault: { "knee-in": KNEE, dropping: LEVEL },
    caution: { rail: "Nutzen Sie ein Geländer, wenn Sie wackelig stehen." },
  },
  squat: {
    name: "Kniebeuge",
    start: "Füße hüftbreit, Zehen leicht nach außen, Arme nach vorn.",
    step: {
      lower: "Hüfte nach hinten schieben und die Knie so tief beugen, wie es angenehm ist.",
      line: "Knie über den Füßen, Rücken lang, Gewicht auf beiden Füßen.",
      lift: "Aufstehen und das Gesäß anspannen.",
    },
    cue: { back: "Hüfte nach hinten", knees: KNEES, chest: "Brust offen" },
    feel: "Sie spüren Oberschenkel und Gesäß.",
    camera: HIP_SIDE,
    fault: { "knees-in": KNEES, folding: "Brust offen" },
    caution: { knee: "Bei Knieschmerz beugen Sie weniger als halb." },
  },
  "hip-hinge": {
    name: "Hüftbeuge mit Gewicht",
    start: "Aufrecht stehen, ein Gewicht in beiden Händen vor den Oberschenkeln, Knie weich.",
    step: {
      lower:
        "Hüfte nach hinten schieben und das Gewicht an den Oberschenkeln hinabgleiten lassen. Der Rücken bleibt lang.",
      stop: "Aufhören, wenn die Oberschenkelrückseite gedehnt ist.",
      lift: "Hüfte nach vorn schieben und aufrichten.",
    },
    cue: {
      door: "Mit der Hüfte eine Tür hinter sich schließen",
      long: "Langer Rücken",
      close: "Gewicht nah an den Beinen",
    },
    feel: "Sie spüren Gesäß und Oberschenkelrückseite.",
    camera: HIP_SIDE,
    fault: { squatting: "Hüfte nach hinten, Knie nur weich", low: "Nicht so tief" },
    caution: { breath: "Ausatmen auf dem Weg nach oben.", bending: LESS_BENDING },
  },
  "split-squat": {
    name: "Ausfall-Kniebeuge",
    start: "In einem langen Schritt stehen, ein Fuß vorn, die hintere Ferse vom Boden gelöst.",
    step: {
      lower: "Gerade nach unten sinken, vorderes Knie über dem Fuß.",
      line: "Becken waagerecht, Rumpf leicht nach vorn.",
      lift: "Durch die vordere Ferse drücken und hochkommen.",
    },
    cue: { knee: "Vorderes Knie über dem zweiten Zeh", heel: "Vordere Ferse schwer" },
    feel: "Sie spüren Gesäß und Oberschenkel des vorderen Beins.",
    camera: "Stellen Sie das Telefon auf Hüfthöhe, zwei bis drei Meter neben das vordere Bein.",
    fault: { "knee-in": KNEE, folding: "Rumpf aufrechter" },
    caution: { knee: "Bei Knieschmerz wählen Sie eine andere Übung." },
  },
  "single-leg-deadlift": {
    name: "Kreuzheben auf einem Bein",
    start: "Auf einem Bein stehen, Knie weich, zuerst mit Fingerspitzen an einer Wand.",
    step: {
      lower: "Aus der Hüfte nach vorn kippen. Das freie Bein geht in einer Linie mit dem Rumpf nach hinten.",
      level: "Beide Hüftknochen zeigen zum Boden. Der Rücken bleibt lang.",
      lift: "Hochkommen, indem Sie das Gesäß des Standbeins anspannen.",
    },
    cue: { line: "Rumpf und Bein in einer Linie", hips: "Hüftknochen zeigen nach unten" },
    feel: "Sie spüren Gesäß und Oberschenkelrückseite des Standbeins.",
    camera: "Stellen Sie das Telefon auf Hüfthöhe, zwei bis drei Meter neben das Standbein.",
    fault: { opening: "Hüftknochen zeigen nach unten", "knee-in": KNEE },
    caution: { bending: LESS_BENDING },
  },
  "hip-flexor-stretch": {
    name: "Dehnung der Hüftvorderseite",
    start: "Auf einem Knie auf einem Kissen knien, der andere Fuß vorn. An einem Stuhl festhalten.",
    step: {
      tuck: "Das Steißbein einrollen und das Gesäß der knienden Seite anspannen.",
      shift: "Ein wenig nach vorn schieben, bis es vorn an dieser Hüfte sanft zieht.",
      hold: "Halten und atmen. Der untere Rücken geht nicht ins Hohlkreuz.",
    },
    cue: { tail: "Zuerst das Steißbein einrollen", tall: "Groß werden" },
    feel: "Sie spüren ein sanftes Ziehen vorn an der Hüfte. Es lindert das Gefühl von Spannung. Es ist eine Zugabe und nicht die Hauptsache.",
    camera: HIP_SIDE,
    fault: { arched: "Steißbein einrollen" },
    caution: { tingle: "Hören Sie auf, wenn es kribbelt." },
  },
  "hamstring-stretch": {
    name: "Dehnung der Oberschenkelrückseite",
    start: "Auf dem Rücken liegen und einen Oberschenkel mit beiden Händen senkrecht halten.",
    step: {
      stretch: "Das Knie langsam strecken, bis es hinten am Oberschenkel sanft zieht.",
      pulse: "Ein wenig beugen und strecken, ohne Kraft.",
      change: "Seite wechseln.",
    },
    cue: { soft: "Fuß locker", easy: "Sanfter Zug, kein Kribbeln" },
    feel: "Sie spüren ein sanftes Ziehen hinten am Oberschenkel. Es ist eine Zugabe und nicht die Hauptsache.",
    camera: FLOOR_SIDE_SHORT,
    caution: { tingle: "Hören Sie auf, wenn es kribbelt." },
  },
};

function* flat(): Generator<[string, string]> {
  for (const [id, words] of Object.entries(WORDS)) {
    const key = `exercise.${id}`;
    yield [`${key}.name`, words.name];
    yield [`${key}.start`, words.start];
    yield [`${key}.feel`, words.feel];
    yield [`${key}.camera`, words.camera];
    for (const part of ["step", "cue", "fault", "caution"] as const) {
      for (const [name, text] of Object.entries(words[part] ?? {})) yield [`${key}.${part}.${name}`, text];
    }
  }
}

/** Exercises, in German. */
export const EXERCISES_DE: Readonly<Record<string, string>> = Object.fromEntries(flat());
