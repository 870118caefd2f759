/** A country that applicants come from, with what is usual there. */
export interface Place {
  readonly code: string;
  readonly cities: readonly [string, ...string[]];
  readonly firstNames: readonly [string, ...string[]];
  readonly lastNames: readonly [string, ...string[]];
  /** Languages spoken natively, by English name. */
  readonly languages: readonly [string, ...string[]];
  /** Usual USD an hour. */
  readonly rate: number;
}

type Names = readonly [string, ...string[]];

function split(list: string): Names {
  const [first = '', ...others] = list.split(',');
  return [first, ...others];
}

const place = (
  code: string,
  languages: string,
  rate: number,
  cities: string,
  firstNames: string,
  lastNames: string,
): Place => ({
  code,
  rate,
  languages: split(languages),
  cities: split(cities),
  firstNames: split(firstNames),
  lastNames: split(lastNames),
});

const spanish = 'Maria,Lucia,Camila,Diego,Javier,Carmen,Andres,Sofia,Mateo,Elena,Pablo,Valeria';
const arabic = 'Layla,Omar,Yasmin,Karim,Nour,Hassan,Mariam,Tarek,Salma,Youssef';
const english = 'Emma,Daniel,Grace,Oliver,Hannah,James,Chloe,Ryan,Megan,Lucas';

/** Where the crowd lives: spread over the languages that briefs ask for most. */
export const places: readonly [Place, ...Place[]] = [
  place(
    'MX',
    'Spanish',
    11,
    'Guadalajara,Monterrey,Puebla',
    spanish,
    'Hernandez,Ramirez,Castillo,Ortega,Navarro,Fuentes',
  ),
  place(
    'CO',
    'Spanish',
    10,
    'Bogota,Medellin,Cali',
    spanish,
    'Restrepo,Cardenas,Quintero,Arango,Londono,Zapata',
  ),
  place(
    'ES',
    'Spanish',
    18,
    'Valencia,Sevilla,Bilbao',
    spanish,
    'Gimenez,Etxeberria,Vazquez,Iglesias,Serrano,Pascual',
  ),
  place(
    'AR',
    'Spanish',
    11,
    'Rosario,Cordoba,Mendoza',
    spanish,
    'Benitez,Acosta,Pereyra,Sosa,Villalba,Ledesma',
  ),
  place(
    'BR',
    'Portuguese',
    11,
    'Recife,Curitiba,Belo Horizonte',
    'Ana,Joao,Beatriz,Rafael,Larissa,Thiago,Juliana,Caio',
    'Carvalho,Nogueira,Teixeira,Barbosa,Figueiredo,Moreira',
  ),
  place(
    'PT',
    'Portuguese',
    17,
    'Porto,Braga,Coimbra',
    'Ines,Tiago,Marta,Duarte,Leonor,Rui',
    'Azevedo,Magalhaes,Pinheiro,Valente,Queiroz',
  ),
  place(
    'US',
    'English',
    24,
    'Austin,Columbus,Tucson',
    english,
    'Whitaker,Donovan,Prescott,Langley,Osborne,Keller',
  ),
  place(
    'GB',
    'English',
    22,
    'Leeds,Bristol,Cardiff',
    english,
    'Ashworth,Pemberton,Holloway,Thornton,Radcliffe',
  ),
  place(
    'IN',
    'Hindi,Tamil,Telugu,Bangla',
    8,
    'Pune,Chennai,Kolkata',
    'Priya,Arjun,Ananya,Rohan,Kavya,Vikram,Meera,Sanjay',
    'Chatterjee,Subramanian,Deshpande,Kulkarni,Iyengar,Bhattacharya',
  ),
  place(
    'PH',
    'Filipino,English',
    8,
    'Cebu City,Davao,Iloilo City',
    'Angelica,Jericho,Bea,Paolo,Kristine,Miguel',
    'Villanueva,Macaraeg,Dimaculangan,Salonga,Bautista',
  ),
  place(
    'KE',
    'Swahili,English',
    9,
    'Nairobi,Kisumu,Nakuru',
    'Wanjiru,Otieno,Achieng,Kamau,Njeri,Kiprono',
    'Mwangi,Ochieng,Kipchumba,Wambui,Mutiso',
  ),
  place(
    'NG',
    'Yoruba,Igbo,Hausa',
    9,
    'Ibadan,Enugu,Kaduna',
    'Adaeze,Chinedu,Folake,Emeka,Ngozi,Tunde',
    'Okonkwo,Adebayo,Balogun,Nwosu,Olawale',
  ),
  place(
    'EG',
    'Arabic',
    9,
    'Cairo,Alexandria,Tanta',
    arabic,
    'Abdelrahman,Mansour,Elsayed,Farouk,Gamal',
  ),
  place(
    'MA',
    'Arabic,French',
    10,
    'Rabat,Fes,Agadir',
    arabic,
    'Benjelloun,Tazi,Ouahbi,Chraibi,Lahlou',
  ),
  place(
    'DE',
    'German',
    24,
    'Leipzig,Bremen,Kassel',
    'Anna,Lukas,Lena,Jonas,Katharina,Felix',
    'Hoffmann,Schreiber,Brandt,Lindner,Kaufmann',
  ),
  place(
    'FR',
    'French',
    22,
    'Lyon,Nantes,Rennes',
    'Camille,Hugo,Manon,Julien,Claire,Antoine',
    'Lefebvre,Marchand,Rousseau,Chevalier,Delacroix',
  ),
  place(
    'IT',
    'Italian',
    18,
    'Torino,Bologna,Bari',
    'Giulia,Matteo,Chiara,Lorenzo,Alessia,Davide',
    'Ferrari,Colombo,Marchetti,Santoro,Bellini',
  ),
  place(
    'PL',
    'Polish',
    15,
    'Krakow,Gdansk,Lublin',
    'Agnieszka,Piotr,Magda,Tomasz,Zofia,Jakub',
    'Kowalczyk,Wisniewski,Zielinska,Mazurek,Nowicki',
  ),
  place(
    'UA',
    'Ukrainian,Russian',
    12,
    'Lviv,Odesa,Dnipro',
    'Olena,Andriy,Iryna,Taras,Kateryna,Dmytro',
    'Shevchuk,Kovalenko,Bondarenko,Melnyk,Tkachenko',
  ),
  place(
    'TR',
    'Turkish',
    11,
    'Izmir,Ankara,Bursa',
    'Elif,Emre,Zeynep,Burak,Defne,Kerem',
    'Yildirim,Karaca,Demirtas,Aksoy,Ozturk',
  ),
  place(
    'VN',
    'Vietnamese',
    8,
    'Da Nang,Hue,Can Tho',
    'Linh,Minh,Thao,Quang,Huong,Khoa',
    'Nguyen,Pham,Huynh,Truong,Dang',
  ),
  place(
    'ID',
    'Indonesian',
    8,
    'Bandung,Surabaya,Medan',
    'Dewi,Rizky,Ayu,Bagus,Siti,Hendra',
    'Wijaya,Kusuma,Hartono,Saputra,Pratama',
  ),
  place(
    'JP',
    'Japanese',
    23,
    'Osaka,Sapporo,Fukuoka',
    'Yuki,Haruto,Sakura,Kenta,Aiko,Daichi',
    'Tanaka,Kobayashi,Matsumoto,Ishikawa,Nakamura',
  ),
  place(
    'KR',
    'Korean',
    20,
    'Busan,Daegu,Incheon',
    'Jiwoo,Minjun,Seoyeon,Hyunwoo,Eunji,Taeyang',
    'Hwang,Yoon,Jeong,Baek,Kwon',
  ),
];
