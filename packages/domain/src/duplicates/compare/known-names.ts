/** Short and pet forms of given names, each with the name that it stands for; in Spanish and what is met beside it. */
const shortForms: Readonly<Record<string, string>> = {
  jose: 'pepe chema josep', francisco: 'paco pancho curro fran kiko quico francesc', dolores: 'lola loli', concepcion: 'concha conchi conchita',
  manuel: 'manolo lolo manu', manuela: 'manoli', maria: 'mari ma', jesus: 'chus suso', ignacio: 'nacho', antonio: 'tono toni antoni anthony tony',
  enrique: 'quique kike henry', eduardo: 'edu lalo', luis: 'lucho lluis', rosario: 'charo', consuelo: 'chelo', isabel: 'isa chabela belen', teresa: 'tere maite',
  guadalupe: 'lupe', guillermo: 'guille memo william will bill', santiago: 'santi yago', fernando: 'nando fer', alejandro: 'alex sandro alejo alexander',
  alejandra: 'alexandra', roberto: 'robert bob rob beto', ricardo: 'richard rick', rafael: 'rafa', gregorio: 'goyo', montserrat: 'montse', mercedes: 'merche',
  pilar: 'pili', cristina: 'cris', beatriz: 'bea', victoria: 'vicky', vicente: 'chente vicent', jaime: 'jaume', joaquin: 'ximo quim', jorge: 'jordi george',
  juan: 'joan juanito john', pedro: 'pere peter', miguel: 'micky michael mike miquel', javier: 'javi xavier xavi', margarita: 'marga', soledad: 'sole',
  inmaculada: 'inma', encarnacion: 'encarna encarni', asuncion: 'asun', gabriel: 'gabi', daniel: 'dani dan', david: 'dave', samuel: 'sam', tomas: 'thomas tom',
  andres: 'andrew andy', sebastian: 'sebas', esteban: 'steven stephen steve', elisabet: 'elizabeth eli liz beth isabelita', catalina: 'catherine cate kate',
  agustin: 'tin', diego: 'dieguito', josefa: 'pepa', josefina: 'fina pepita', eugenia: 'genia', carlos: 'charles charlie carles', pablo: 'pau paul',
};

const standsFor = new Map(Object.entries(shortForms).flatMap(([name, forms]) => forms.split(' ').map((form) => [form, name] as const)));

/** The name for which a short form stands, else the name as it is (words as `keyWords` makes them). */
export const fullGivenName = (word: string): string => standsFor.get(word) ?? word;

/** Family names that one in a hundred or more bears somewhere in our markets: to share them tells little. */
export const commonFamilyNames: ReadonlySet<string> = new Set((
  'garcia rodriguez gonzalez fernandez lopez martinez sanchez perez gomez martin jimenez ruiz hernandez diaz moreno munoz alvarez romero alonso gutierrez '
  + 'navarro torres dominguez vazquez ramos gil ramirez serrano blanco molina morales suarez ortega delgado castro ortiz rubio marin sanz nunez iglesias medina '
  + 'silva santos ferreira pereira oliveira costa flores rojas vargas smith jones williams brown taylor davies johnson muller schmidt martin bernard rossi'
).split(' '));

/** The same for given names. */
export const commonGivenNames: ReadonlySet<string> = new Set((
  'antonio jose manuel francisco david juan javier daniel carlos jesus alejandro miguel rafael pedro pablo angel sergio fernando jorge luis alberto alvaro diego '
  + 'adrian raul ivan enrique ruben maria carmen ana isabel laura cristina marta josefa dolores lucia pilar elena antonia sara francisca paula mercedes rosa '
  + 'raquel teresa beatriz silvia julia patricia irene andrea rosario juana john james emily jack thomas joshua william olivia sophie'
).split(' '));
