/** Claims of the evidence register, in German. Figures and citations stay as they are. */
const CLAIMS: Readonly<Record<string, string>> = {
  "red-flags-alone":
    "Ein Warnzeichen allein sagt wenig. Die meisten Menschen mit neuem Rückenschmerz haben eines, und wenige haben eine ernste Ursache.",
  "red-flags-guides":
    "Leitlinien nennen viele verschiedene Warnzeichen. Die meisten sind sich einig bei Verletzung, langem Kortison, früherem Krebs und Gewichtsverlust.",
  "red-flags-together":
    "Warnzeichen liest man am besten zusammen, mit Alter, Gesundheit und dem Verlauf des Schmerzes.",
  "ces-pathway":
    "Neue Taubheit zwischen den Beinen, oder neu veränderte Blase, Darm oder Sexualität mit Rückenschmerz gehören am selben Tag in eine Notaufnahme. Ein festes Muster gibt es nicht.",
  "ces-both-legs":
    "Neuer Schmerz, Kribbeln oder Schwäche in beiden Beinen kann von gedrückten Nerven am unteren Ende der Wirbelsäule kommen.",
  "nerve-loss-urgent":
    "Schnell zunehmende Beinschwäche, ein hängender Fuß oder neuer unbeholfener Gang müssen rasch untersucht werden.",
  aorta:
    "Plötzlicher reißender Schmerz in Rücken oder Bauch mit Ohnmacht, oder eine pochende Beule im Bauch, kann von der Hauptschlagader kommen.",
  "spine-infection":
    "Fieber oder sehr krank sein zusammen mit Rückenschmerz kann eine Infektion der Wirbelsäule bedeuten.",
  "spine-fracture":
    "Nach einem schweren Sturz oder Unfall, oder einem leichten bei dünnen Knochen, langem Kortison oder Alter über 70, kann ein Knochen gebrochen sein.",
  "spine-cancer":
    "Früherer Krebs mit neuem Rückenschmerz oder Gewichtsverlust ohne Grund sollten innerhalb von Tagen untersucht werden.",
  "constant-pain":
    "Schmerz, der immer da ist, von Woche zu Woche zunimmt und in keiner Lage nachlässt, sollte untersucht werden.",
  "first-episode-age":
    "Ein erster Rückenschmerz vor 20 oder nach 50 verändert, wie andere Zeichen gelesen werden. Allein sagt er nichts.",
  "inflammatory-back":
    "Rückenschmerz, der langsam vor 40 begann, mit Bewegung besser wird, nicht mit Ruhe, und nachts beim Aufstehen nachlässt, kann eine Entzündung sein.",
  "nerve-root":
    "Beinschmerz unterhalb des Knies, der stärker ist als der Rückenschmerz, mit Taubheit, kommt oft von einer gereizten Nervenwurzel.",
  "walking-pain":
    "Schwere oder schmerzende Beine beim Gehen, die im Sitzen oder Stehen nachlassen, können von einem engen Wirbelkanal oder den Arterien kommen.",
  "hip-joint-pattern":
    "Leistenschmerz mit steifer Hüfte weist auf das Hüftgelenk. Trägt das Bein nicht, muss es bald untersucht werden.",
  "belly-causes":
    "Schmerz in der Flanke, veränderter Urin, ungewöhnliche Blutung oder eine Bauchkrankheit kann im Rücken zu spüren sein.",
  "adapted-care":
    "In der Schwangerschaft, in den ersten 12 Wochen nach der Geburt, nach Operationen oder mit neuer Hüfte sollte ein Plan mit jemandem abgestimmt sein, der Sie kennt.",
  "severe-pain": "Bei Schmerz von 8 oder mehr von 10 sagen Bewegungstests nichts und kosten viel.",
  "low-mood":
    "Niedergeschlagenheit und Hoffnungslosigkeit gehören zur Gesundheit dazu, und Gedanken, sich etwas anzutun, brauchen sofort Hilfe.",
  "under-18": "Das Programm ist für Erwachsene gemacht.",
  "l5-and-hip":
    "Ein gedrückter Nerv im unteren Rücken kann auch den Hüftmuskeln Kraft nehmen, daher gehören Zeichen an Hüfte und Fuß einer Seite zusammen.",
  "unknown-is-open": "Eine Frage ohne Antwort bleibt offen. Sie gilt nie als Nein.",
  "recheck-signs":
    "Nach Warnzeichen wird vor jeder Einheit gefragt, ausführlich alle 4 Wochen und immer, wenn der Schmerz um 2 Punkte zunimmt.",
  "rest-first":
    "Manches geht vor: ein nicht eingestelltes Herzleiden, ein Blutgerinnsel, Fieber oder eine frische Operation ohne Plan.",
  "load-cautions":
    "Schweres Heben mit angehaltenem Atem passt nicht zu nicht eingestelltem hohem Blutdruck, einem Bruch der Bauchwand oder dünnen Knochen mit gebrochenem Wirbel.",
  "supine-pregnancy": "Nach der 20. Schwangerschaftswoche entfällt langes Liegen auf dem Rücken.",
  "balance-support":
    "Nach einem Sturz, über 70, mit tauben Füßen oder Schwindel werden Übungen auf einem Bein mit einer Hand an einer festen Stütze gemacht.",
  "hip-replacement-care": "Mit neuer Hüfte gehen die Regeln der Klinik zu Beugen und Drehen vor.",
  "side-hip-pain":
    "Bei Schmerz an der Hüftseite drücken Lagen, in denen das Bein die Mitte kreuzt, auf die gereizte Sehne. Wissen und Training helfen.",
  "direction-care": "Löst Hohlkreuz oder Vorbeugen den Schmerz aus, bleiben Übungen vom Ende dieser Bewegung weg.",
  "knee-depth": "Bei Knieschmerz bleiben Kniebeugen und Stufen flach.",
  "pain-during-exercise":
    "Etwas Schmerz beim Training ist annehmbar, wenn er bis zum nächsten Tag abklingt: bis 3 von 10 gut, 4 bis 5 heißt bleiben, über 5 ist zu viel.",
  "painful-exercise-review":
    "Training, das ein wenig weh tat, war in Studien nicht schlechter als Training ohne Schmerz.",
  "pain-rule": "Der Plan liest den Schmerz in und nach einer Einheit und am nächsten Tag, bevor er etwas ändert.",
  "stop-signs":
    "Neuer Beinschmerz, Taubheit oder Schwäche, Brustschmerz, Ohnmachtsgefühl, Wegknicken, stechender Gelenkschmerz oder Schwindel beenden eine Einheit sofort.",
  "normal-soreness": "Brennen im Gesäß und leichter Muskelkater für einen bis drei Tage sind normal.",
  "bridge-cramp":
    "Ein Krampf hinten am Oberschenkel in der Brücke ist harmlos. Fersen näher am Gesäß beenden ihn meist.",
  "abductors-and-back-pain": "Menschen mit Rückenschmerz haben im Durchschnitt weniger Kraft an der Seite der Hüfte.",
  "extensors-and-back-pain":
    "Menschen mit Rückenschmerz haben im Durchschnitt weniger Kraft an der Rückseite der Hüfte.",
  "strength-not-timing":
    "Studien finden bei Rückenschmerz weniger Hüftkraft. Für Zeitpunkt und Tätigkeit des Muskels ist das Bild unklar.",
  "drop-is-not-strength":
    "Wie waagerecht das Becken bleibt, sagt nicht, wie kräftig die Hüfte ist. Beides wird getrennt bewertet.",
  "nerve-block":
    "Als eine Nervenblockade etwa die Hälfte der Abspreizkraft nahm, änderte sich am Stehen und Gehen fast nichts.",
  "anatomy-buttocks":
    "Der Gluteus maximus streckt die Hüfte; medius und minimus halten das Becken auf einem Bein waagerecht; Tensor und Piriformis helfen.",
  "anatomy-thigh":
    "Die Hüftbeuger heben den Oberschenkel, die hinteren Beinbeuger strecken die Hüfte und beugen das Knie, die Adduktoren ziehen die Beine zusammen.",
  "anatomy-trunk":
    "Die Rückenstrecker halten den Rumpf aufrecht, der Quadratus lumborum zur Seite, die Bauchmuskeln vorn. Die unterste Bandscheibe liegt zwischen L5 und Kreuzbein.",
  "hip-force-measured":
    "Auf einem Bein trägt das Hüftgelenk mehr als das doppelte Körpergewicht, wie Hüftgelenke mit Sensoren gezeigt haben.",
  "disc-pressure-measured":
    "Vorbeugen drückt mehr auf die unteren Bandscheiben als Stehen, wie ein Sensor in der Bandscheibe eines Menschen gezeigt hat.",
  "model-not-you":
    "Muskelarbeit und Gelenklasten im Raum Warum sind an einem Modell berechnet: die Aufteilung mit der geringsten Anstrengung, mit der Spanne anderer, die so gut wie gleich viel kosten.",
  "standing-ache":
    "Viele bekommen von langem Stehen dumpfen Rückenschmerz. Ruhe im Stand und Ausdauer zählen hier mehr als Höchstkraft.",
  "before-standing":
    "Eine kurze Übung für die Hüftseite vor langem Stehen linderte den Schmerz bei Menschen, die dazu neigen.",
  "standing-breaks": "Eine Fußstütze und kurze Wege unterbrechen langes Stehen.",
  "hip-training-trials":
    "Hüfttraining zusätzlich zu anderem Rückentraining bringt wenig oder keinen weiteren Nutzen. Schmerz und Funktion bessern sich in beiden Gruppen.",
  "posterior-chain-training":
    "Krafttraining für Rücken und Hüfte war etwas besser als allgemeines Training, und 12 bis 16 Wochen besser als 6 bis 8.",
  "exercise-helps": "Regelmäßiges Training fast jeder Art lindert lang anhaltenden Rückenschmerz etwas.",
  "stretching-alone":
    "Dehnen allein war bei Rückenschmerz nicht besser als keine Behandlung. Kraft- und Kontrolltraining war es.",
  "app-effects": "Apps bei Rückenschmerz helfen ein wenig. Mehr sollte man nicht versprechen.",
  "posture-varies": "Die Haltung ist bei gesunden Menschen sehr verschieden. Sie wird festgehalten und nicht bewertet.",
  "firing-order": "In welcher Reihenfolge Muskeln beginnen, ist auch bei Gesunden verschieden. Es wird nicht bewertet.",
  "not-asleep":
    "Der Muskel arbeitet, auch wenn Sie andere mehr spüren. Ihn zu spüren ist ein Können, das mit der Übung wächst.",
  "tightness-is-a-feeling":
    "Spannung ist meist ein Gefühl. Ein Muskel, der viel arbeitet oder empfindlich ist, kann sich bei voller Länge gespannt anfühlen.",
  "which-came-first": "Keine gute Studie zeigt, was zuerst da war: der Rückenschmerz oder die geringere Hüftkraft.",
  "stance-hike": "Im Einbeinstand wird die freie Seite des Beckens gehoben und 30 Sekunden oben gehalten.",
  "stance-level": "Ein Becken, das im lockeren Einbeinstand um wenige Grad sinkt, ist üblich.",
  "stance-bands":
    "Gegen Ihren eigenen Stand auf zwei Beinen gelten bis 3° als waagerecht und mehr als 5° als deutliches Absinken.",
  "lean-bands": "Ein Rumpf, der 5° bis 8° oder mehr über das Standbein lehnt, nimmt der Hüfte Arbeit ab.",
  "balance-by-age":
    "Das Gleichgewicht auf einem Bein nimmt mit dem Alter ab, daher gilt eine kurze Zeit über 65 nicht als Zeichen der Hüfte.",
  "gait-drop-usual": "Beim Gehen sinkt das Becken bei Gesunden mit jedem Schritt um etwa 4° bis 5°.",
  "gait-2d-error": "Im Video braucht es viele Schritte, um das Absinken beim Gehen gut abzulesen.",
  "gait-bands": "Ein Absinken von mehr als 8° beim Gehen, oder 4° zwischen den Seiten, verdient einen Blick.",
  "single-leg-squat-rating":
    "In der Kniebeuge auf einem Bein werden fünf Dinge bewertet: Gesamtbild, Rumpf, Becken, Hüfte und Knie.",
  "step-down-rating": "Ein langsamer Schritt die Stufe hinab wird von 0 bis 6 bewertet; 0 oder 1 ist gut.",
  "knee-inward-usual":
    "In der Kniebeuge auf einem Bein geht das Knie bei den meisten jungen Erwachsenen um 5° bis 12° nach innen.",
  "knee-inward-bands":
    "Für das Knie in der Kniebeuge auf einem Bein sind über 15° (Frauen) oder 13° (Männer) deutlich, unter 10° oder 8° üblich.",
  "squat-is-coaching":
    "Eine Kniebeuge auf zwei Beinen zeigt, wie Sie sich bewegen. Ein Zusammenhang mit Hüftkraft ist nicht gezeigt, sie zählt sehr wenig.",
  "bridge-hold-norms":
    "Zeiten für die Brücke auf einem Bein unterscheiden sich je nach Anleitung um das Dreifache, daher zählen Ihre eigene Veränderung und Ihre beiden Seiten am meisten.",
  "bridge-practice-limits": "Unter 20 Sekunden in der Brücke auf einem Bein sehen Praxisleitfäden Raum zum Aufbau.",
  "bridge-bounds": "Wer 15 Brücken schafft oder eine 30 Sekunden hält, beginnt im Programm höher.",
  "active-hip-abduction":
    "Das obere Bein in Seitenlage zu heben, ohne zu wackeln, ist ein Test der Kontrolle. Wer wackelte, bekam öfter Schmerz beim Stehen.",
  "abductor-endurance": "Wie lange Sie das obere Bein in Seitenlage halten, schwankt stark von Tag zu Tag.",
  "abductor-endurance-bound": "Unter 45 Sekunden Halten oder 15 Mal Heben hat die Hüftseite Raum zum Aufbau.",
  "abductor-force-norm":
    "Bei jungen Sporttreibenden lag die Kraft an der Hüftseite bei etwa 33 % des Körpergewichts (Männer) und 29 % (Frauen).",
  "dynamometry-error":
    "Ein Handkraftmesser wiederholt sich an der Hüftseite auf etwa 5 % genau, wenn eine Person den besten von vier Versuchen nimmt.",
  "side-bridge-norm": "Junge Erwachsene halten einen Seitstütz etwa 95 Sekunden (Männer) oder 75 Sekunden (Frauen).",
  "thomas-controlled": "Der Thomas-Test sagt nur etwas, wenn die Beckenkippung gehalten wird.",
  "knee-extension-norm":
    "Mit gebeugter Hüfte fehlen den meisten jungen Erwachsenen 13° bis 18° zum gestreckten Knie. Mehr als 33° (Männer) oder 23° (Frauen) ist kurz.",
  "back-hold":
    "Männer, die den Rücken weniger als 176 Sekunden waagerecht hielten, hatten im nächsten Jahr öfter Rückenschmerz. Bei Frauen sagte es nichts.",
  "chair-stand-norm": "Für jede Altersgruppe gibt es eine übliche Zahl an Aufstehen in 30 Sekunden.",
  "five-chair-stands-norm": "Fünfmal Aufstehen dauert bei den meisten über 60 weniger als etwa 12 Sekunden.",
  "camera-error":
    "Eine Kamera liest Hüft- und Rumpfwinkel mit einem Fehler von wenigen Grad, daher werden mehrere Werte gemittelt.",
  "side-difference":
    "Die beiden Seiten gelten nur als verschieden, wenn sie sich um mehr als 15 % und um mehr als den Messfehler unterscheiden.",
  "retest-rule": "Tests werden nach 4 Wochen wiederholt, frühestens nach 2, unter gleichen Bedingungen.",
  "trials-rule": "Ein Probeversuch und drei gewertete je Seite ergeben eine verlässliche Zahl.",
  "model-rule":
    "Die Zeichen werden auf einer festen Skala zusammengezählt, jedes so weit, wie sein Messfehler es erlaubt. Jeder Schritt ist einsehbar.",
  "model-weights": "Wie viel jedes Zeichen zählt, haben Fachleute gewählt, klein gehalten, wo die Studien klein sind.",
  "model-prior": "Der Ausgangspunkt von 30 % ist angenommen. Keine Studie nennt einen wahren.",
  "model-bands":
    "Befunde werden in Worten gegeben: nicht gestützt, unklar, möglich, wahrscheinlich oder zu wenig bekannt.",
  "model-severity":
    "Wie weit ein Ergebnis unter dem Üblichen liegt, wird nur gesagt, wo es übliche Werte für Alter und Geschlecht gibt.",
  "everyone-trains":
    "Gesäß und Hüftseite trainieren alle, denn es ist nicht gezeigt, dass auf Befunde zugeschnittene Übungen besser wirken.",
  "pain-scale": "Auf der Schmerzskala von 0 bis 10 ist eine Veränderung um 2 Punkte oder 30 % eine, die man bemerkt.",
  "own-activities-scale":
    "Bei Ihren drei eigenen Tätigkeiten ist eine Veränderung um 2 Punkte im Mittel, oder 3 bei einer, mehr als ein Messfehler.",
  "change-scale": "Ihre eigene Einschätzung der Veränderung, in 7 Stufen, sagt, ob sie Ihnen etwas bedeutet.",
  "rmdq-scale": "In der Roland-Morris-Summe sind 5 von 24 Punkten oder 30 % eine Veränderung, die zählt.",
  "odi-scale": "In der Oswestry-Summe sind 10 von 100 Punkten eine Veränderung, die zählt.",
  "quebec-scale": "In der Quebec-Summe sind 20 von 100 Punkten eine Veränderung, die zählt.",
  "start-back-scale": "Die STarT-Back-Summe ordnet danach, wie viel zusätzliche Hilfe sich lohnt.",
  "peg-scale": "Beim PEG-Mittelwert zählt eine Veränderung um 30 %.",
  "promis-scale": "Bei PROMIS-Werten sind 3 bis 5 Punkte eine Veränderung, die zählt.",
  "emg-orders": "Muskelmessungen mit EMG ordnen Übungen grob. Wie viel Kraft Sie gewinnen, sagen sie nicht.",
  "emg-table": "Eine Tabelle aus EMG-Studien ordnet übliche Hüftübungen.",
  "emg-side-lying": "Von zwölf Übungen forderte das Beinheben in Seitenlage die Hüftseite am meisten.",
  "emg-single-leg": "Kniebeuge und Kreuzheben auf einem Bein fordern beide Hüftmuskeln stark.",
  "emg-bridge": "Die Brücke auf zwei Beinen ist ein sanfter Anfang, das Heben auf Händen und Knien etwas mehr.",
  "emg-side-plank": "Seitstütze gehören zu den schwersten Übungen für die Hüftseite.",
  "emg-drop": "Die freie Seite des Beckens zu senken und zu heben fordert alle Teile des seitlichen Hüftmuskels.",
  "emg-thrust": "Hüftheben an der Bank fordert den großen Gesäßmuskel mehr als eine Kniebeuge.",
  "emg-step": "Stufen hinauf fordern die Hüftseite gut, auch ohne Gewicht.",
  "emg-clamshell": "Die Muschel fordert das Gesäß mit wenig Hilfe vom Muskel vorn an der Hüfte.",
  "emg-roll":
    "Beim Beinheben in Seitenlage bringt ein leichtes Vorrollen das Gesäß ins Spiel, Zurückrollen nimmt es heraus.",
  "emg-bodyweight":
    "Von den Übungen mit dem eigenen Gewicht fordern die auf einem Bein den großen Gesäßmuskel am meisten.",
  "emg-squeeze": "Einfaches Anspannen erreicht den großen Gesäßmuskel ebenso wie der übliche Test.",
  "emg-band-walk": "Leichte Kniebeuge und ein tiefer sitzendes Band machen Seitschritte für die Hüfte schwerer.",
  "emg-carry": "Ein Gewicht in einer Hand lässt die andere Seite der Hüfte arbeiten.",
  "camera-rules": "Die Winkel, bei denen die Kamera eine Wiederholung oder einen Fehler nennt, sind Startwerte.",
  "strength-dose":
    "Zwei oder mehr Einheiten in der Woche mit zwei bis drei Sätzen bauen Kraft auf. Von nichts zu etwas hilft am meisten. Bänder und Training zu Hause wirken.",
  "load-steps": "Das Gewicht steigt um 2 bis 10 % nach zwei Einheiten über dem Ziel.",
  "phase-rule": "Das Programm hat vier Abschnitte: Lernen, Ausdauer, Kraft und Erhalten.",
  "session-rule": "Zwei oder drei Einheiten in der Woche, nie an aufeinanderfolgenden Tagen, von 20 bis 35 Minuten.",
  "effort-scale": "Anstrengung 7 von 10 heißt, dass etwa drei weitere Wiederholungen möglich gewesen wären.",
  "progress-rule":
    "Nach zwei guten Einheiten wird eines schwerer: Wiederholungen, dann Halten, dann Gewicht, dann eine schwerere Übung.",
  "growth-rule": "Die Arbeit einer Woche wächst höchstens um ein Fünftel.",
  "step-back-rule":
    "Ein Schritt zurück folgt auf roten Schmerz, Form unter 60 % oder eine Pause von mehr als 14 Tagen. Nach mehr als 28 Tagen werden auch Tests wiederholt.",
  "deload-rule": "Eine leichtere Woche kommt nach fünf Wochen oder zwei schweren Einheiten hintereinander.",
  "start-level-rule": "Wo Sie beginnen, folgt aus dem, was Sie jetzt können.",
  "first-change": "Eine erste Veränderung ist nach 4 bis 6 Wochen zu erwarten. Urteilen Sie nach 12.",
  "adherence-usual":
    "Die Hälfte oder mehr macht nicht alle Übungen zu Hause. Ein ausgelassener Tag verschiebt den Plan, mehr nicht.",
  "walking-helps": "Ein Gehprogramm verdoppelte fast die Zeit bis zum nächsten Rückenschmerz.",
  "stay-active":
    "Leitlinien sind sich einig: aktiv bleiben, über Schmerz lernen, trainieren, wie es Ihnen gefällt. Von Gürteln und Streckbehandlung wird abgeraten.",
  "improved-rule":
    "Besser heißt: 2 Punkte bei Ihren Tätigkeiten, oder Schmerz um 2 Punkte und 30 % geringer, bei den meisten Einheiten gemacht.",
  "refer-rule":
    "Wenn Schmerz oder Funktion 2 Wochen lang schlechter werden, bis Woche 6 nichts besser ist, oder nach zwei roten Einheiten in einer Woche, sollte eine Fachperson schauen.",
  "change-rule": "Eine Veränderung zählt nur, wenn sie größer ist als der Fehler beider Messungen zusammen.",
};

export const SOURCES_DE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(CLAIMS).map(([id, text]) => [`source.${id}`, text]),
);
