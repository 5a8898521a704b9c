"""Countries with the words that stand for them: names, demonyms, capitals, seats of government.

A capital or a seat ("Moscow", "the Kremlin") stands for its government unless it is plainly a
place ("in Moscow"); `entities` decides that.
"""

from __future__ import annotations

from dataclasses import dataclass

# code | names | demonyms (adjective and people) | capital | seats and offices that speak for it
_TABLE = """
AD|Andorra|Andorran|Andorra la Vella
AE|United Arab Emirates;UAE;U.A.E.;Emirates|Emirati|Abu Dhabi
AF|Afghanistan|Afghan|Kabul
AG|Antigua and Barbuda|Antiguan|
AL|Albania|Albanian|Tirana
AM|Armenia|Armenian|Yerevan
AO|Angola|Angolan|Luanda
AR|Argentina|Argentine;Argentinian;Argentinean|Buenos Aires|Casa Rosada
AT|Austria|Austrian|Vienna|Ballhausplatz
AU|Australia|Australian|Canberra
AZ|Azerbaijan|Azerbaijani;Azeri|Baku
BA|Bosnia and Herzegovina;Bosnia-Herzegovina;Bosnia|Bosnian|Sarajevo
BB|Barbados|Barbadian;Bajan|Bridgetown
BD|Bangladesh|Bangladeshi|Dhaka
BE|Belgium|Belgian|
BF|Burkina Faso|Burkinabe;Burkinabé|Ouagadougou
BG|Bulgaria|Bulgarian|Sofia
BH|Bahrain|Bahraini|Manama
BI|Burundi|Burundian|Gitega;Bujumbura
BJ|Benin|Beninese|Porto-Novo
BN|Brunei|Bruneian|Bandar Seri Begawan
BO|Bolivia|Bolivian|La Paz
BR|Brazil|Brazilian|Brasilia;Brasília|Planalto;Itamaraty
BS|Bahamas|Bahamian|Nassau
BT|Bhutan|Bhutanese|Thimphu
BW|Botswana|Botswanan;Motswana|Gaborone
BY|Belarus;Byelorussia|Belarusian;Belarussian;Belorussian|Minsk
BZ|Belize|Belizean|Belmopan
CA|Canada|Canadian|Ottawa
CD|Democratic Republic of the Congo;Democratic Republic of Congo;DR Congo;DRC;D.R.C.|Congolese|\
Kinshasa
CF|Central African Republic|Central African|Bangui
CG|Republic of the Congo;Congo-Brazzaville||Brazzaville
CH|Switzerland;Swiss Confederation|Swiss|Bern;Berne
CI|Ivory Coast;Côte d'Ivoire;Cote d'Ivoire|Ivorian|Yamoussoukro;Abidjan
CL|Chile|Chilean|Santiago|La Moneda
CM|Cameroon|Cameroonian|Yaoundé;Yaounde
CN|China;People's Republic of China;PRC;P.R.C.|Chinese|Beijing;Peking|Zhongnanhai
CO|Colombia|Colombian|Bogotá;Bogota|Casa de Nariño
CR|Costa Rica|Costa Rican|San José
CU|Cuba|Cuban|Havana
CV|Cape Verde;Cabo Verde|Cape Verdean|Praia
CY|Cyprus|Cypriot|Nicosia
CZ|Czech Republic;Czechia|Czech|Prague|Prague Castle;Černín Palace
DE|Germany;Federal Republic of Germany|German|Berlin|Federal Chancellery;Bundestag
DJ|Djibouti|Djiboutian|
DK|Denmark|Danish;Dane|Copenhagen|Christiansborg
DM|Dominica||Roseau
DO|Dominican Republic|Dominican|Santo Domingo
DZ|Algeria|Algerian|Algiers
EC|Ecuador|Ecuadorian;Ecuadorean|Quito
EE|Estonia|Estonian|Tallinn
EG|Egypt|Egyptian|Cairo
ER|Eritrea|Eritrean|Asmara
ES|Spain|Spanish;Spaniard|Madrid|Moncloa;Zarzuela
ET|Ethiopia|Ethiopian|Addis Ababa
FI|Finland|Finnish;Finn|Helsinki
FJ|Fiji|Fijian|Suva
FM|Micronesia|Micronesian|Palikir
FO|Faroe Islands;Faroes|Faroese|Tórshavn;Torshavn
FR|France|French;Frenchman;Frenchmen|Paris|Élysée;Elysée;Elysee;Quai d'Orsay;Matignon
GA|Gabon|Gabonese|Libreville
GB|United Kingdom;UK;U.K.;Great Britain;Britain|British;Briton|London|Downing Street;Whitehall;\
Buckingham Palace
GD|Grenada|Grenadian|St. George's
GE|Georgia|Georgian|Tbilisi
GH|Ghana|Ghanaian|Accra
GL|Greenland|Greenlandic;Greenlander|Nuuk
GM|Gambia|Gambian|Banjul
GN|Guinea|Guinean|Conakry
GQ|Equatorial Guinea|Equatorial Guinean|Malabo
GR|Greece;Hellenic Republic|Greek;Hellenic|Athens
GT|Guatemala|Guatemalan|
GW|Guinea-Bissau|Bissau-Guinean|Bissau
GY|Guyana|Guyanese|Georgetown
HK|Hong Kong|Hongkonger|
HN|Honduras|Honduran|Tegucigalpa
HR|Croatia|Croatian;Croat|Zagreb
HT|Haiti|Haitian|Port-au-Prince
HU|Hungary|Hungarian|Budapest
ID|Indonesia|Indonesian|Jakarta
IE|Ireland|Irish;Irishman|Dublin|Leinster House
IL|Israel|Israeli|Jerusalem;Tel Aviv|Knesset
IN|India;Bharat|Indian|New Delhi;Delhi
IQ|Iraq|Iraqi|Baghdad
IR|Iran;Islamic Republic of Iran|Iranian|Tehran;Teheran
IS|Iceland|Icelandic;Icelander|Reykjavik;Reykjavík
IT|Italy|Italian|Rome|Palazzo Chigi;Quirinale;Farnesina
JM|Jamaica|Jamaican|Kingston
JO|Jordan|Jordanian|Amman
JP|Japan|Japanese|Tokyo|Kantei
KE|Kenya|Kenyan|Nairobi
KG|Kyrgyzstan|Kyrgyz|Bishkek
KH|Cambodia|Cambodian;Khmer|Phnom Penh
KI|Kiribati||Tarawa
KM|Comoros|Comorian|Moroni
KN|Saint Kitts and Nevis|Kittitian|Basseterre
KP|North Korea;Democratic People's Republic of Korea;DPRK;D.P.R.K.|North Korean|Pyongyang
KR|South Korea;Republic of Korea;ROK;Korea|South Korean;Korean|Seoul|Blue House
KW|Kuwait|Kuwaiti|Kuwait City
KZ|Kazakhstan|Kazakh;Kazakhstani|Astana;Nur-Sultan|Ak Orda
LA|Laos|Lao;Laotian|Vientiane
LB|Lebanon|Lebanese|Beirut
LC|Saint Lucia|Saint Lucian|Castries
LI|Liechtenstein|Liechtensteiner|Vaduz
LK|Sri Lanka|Sri Lankan|Colombo
LR|Liberia|Liberian|Monrovia
LS|Lesotho|Basotho|Maseru
LT|Lithuania|Lithuanian|Vilnius
LU|Luxembourg|Luxembourgish;Luxembourger|
LV|Latvia|Latvian|Riga
LY|Libya|Libyan|Tripoli
MA|Morocco|Moroccan|Rabat
MC|Monaco|Monegasque;Monégasque|
MD|Moldova;Moldavia|Moldovan;Moldavian|Chisinau;Chișinău;Kishinev
ME|Montenegro|Montenegrin|Podgorica
MG|Madagascar|Malagasy|Antananarivo
MH|Marshall Islands|Marshallese|Majuro
MK|North Macedonia;Macedonia|Macedonian;North Macedonian|Skopje
ML|Mali|Malian|Bamako
MM|Myanmar;Burma|Burmese|Naypyidaw;Naypyitaw
MN|Mongolia|Mongolian;Mongol|Ulaanbaatar;Ulan Bator
MR|Mauritania|Mauritanian|Nouakchott
MT|Malta|Maltese|Valletta
MU|Mauritius|Mauritian|Port Louis
MV|Maldives|Maldivian|Malé
MW|Malawi|Malawian|Lilongwe
MX|Mexico|Mexican|Mexico City|Los Pinos
MY|Malaysia|Malaysian|Kuala Lumpur;Putrajaya
MZ|Mozambique|Mozambican|Maputo
NA|Namibia|Namibian|Windhoek
NE|Niger|Nigerien|Niamey
NG|Nigeria|Nigerian|Abuja|Aso Rock
NI|Nicaragua|Nicaraguan|Managua
NL|Netherlands;Holland|Dutch;Dutchman;Dutchmen|The Hague;Amsterdam|Binnenhof
NO|Norway|Norwegian|Oslo
NP|Nepal|Nepali;Nepalese|Kathmandu
NR|Nauru|Nauruan|Yaren
NZ|New Zealand|New Zealander|Wellington
OM|Oman|Omani|Muscat
PA|Panama|Panamanian|Panama City
PE|Peru|Peruvian|Lima
PG|Papua New Guinea|Papua New Guinean|Port Moresby
PH|Philippines|Philippine;Filipino;Filipina|Manila|Malacañang;Malacanang
PK|Pakistan|Pakistani|Islamabad
PL|Poland|Polish;Pole|Warsaw|Sejm
PS|Palestine;State of Palestine;Palestinian Authority;Palestinian National Authority|\
Palestinian|Ramallah
PT|Portugal|Portuguese|Lisbon
PW|Palau|Palauan|Ngerulmud
PY|Paraguay|Paraguayan|Asunción;Asuncion
QA|Qatar|Qatari|Doha
RO|Romania|Romanian|Bucharest|Cotroceni
RS|Serbia|Serbian;Serb|Belgrade
RU|Russia;Russian Federation|Russian|Moscow|Kremlin;Smolenskaya Square
RW|Rwanda|Rwandan|Kigali
SA|Saudi Arabia;Kingdom of Saudi Arabia;KSA|Saudi;Saudi Arabian|Riyadh
SB|Solomon Islands|Solomon Islander|Honiara
SC|Seychelles|Seychellois|
SD|Sudan|Sudanese|Khartoum
SE|Sweden|Swedish;Swede|Stockholm|Rosenbad
SG|Singapore|Singaporean||Istana
SI|Slovenia|Slovenian;Slovene|Ljubljana
SK|Slovakia;Slovak Republic|Slovak;Slovakian|Bratislava
SL|Sierra Leone|Sierra Leonean|Freetown
SM|San Marino|Sammarinese|
SN|Senegal|Senegalese|Dakar
SO|Somalia|Somali|Mogadishu
SR|Suriname|Surinamese|Paramaribo
SS|South Sudan|South Sudanese|Juba
ST|São Tomé and Príncipe;Sao Tome and Principe|São Toméan|São Tomé
SV|El Salvador|Salvadoran;Salvadorean|San Salvador
SY|Syria;Syrian Arab Republic|Syrian|Damascus
SZ|Eswatini;Swaziland|Swazi|Mbabane
TD|Chad|Chadian|N'Djamena;N’Djamena
TG|Togo|Togolese|Lomé;Lome
TH|Thailand|Thai|Bangkok
TJ|Tajikistan|Tajik|Dushanbe
TL|East Timor;Timor-Leste|Timorese|Dili
TM|Turkmenistan|Turkmen|Ashgabat
TN|Tunisia|Tunisian|Tunis
TO|Tonga|Tongan|Nukuʻalofa
TR|Turkey;Türkiye;Turkiye|Turkish;Turk|Ankara|Beştepe
TT|Trinidad and Tobago|Trinidadian|Port of Spain
TV|Tuvalu|Tuvaluan|Funafuti
TW|Taiwan|Taiwanese|Taipei
TZ|Tanzania|Tanzanian|Dodoma;Dar es Salaam
UA|Ukraine|Ukrainian|Kyiv;Kiev|Bankova;Verkhovna Rada
UG|Uganda|Ugandan|Kampala
US|United States of America;United States;USA;U.S.A.;US;U.S.;America|American|Washington;\
Washington, D.C.;Washington D.C.;Washington DC|White House;State Department;\
Pentagon;Oval Office;Capitol Hill
UY|Uruguay|Uruguayan|Montevideo
UZ|Uzbekistan|Uzbek|Tashkent
VA|Vatican;Holy See;Vatican City|Vatican|
VC|Saint Vincent and the Grenadines|Vincentian|Kingstown
VE|Venezuela|Venezuelan|Caracas|Miraflores
VN|Vietnam;Viet Nam|Vietnamese|Hanoi
VU|Vanuatu|Ni-Vanuatu|Port Vila
WS|Samoa|Samoan|Apia
XK|Kosovo|Kosovar;Kosovan|Pristina;Prishtina
YE|Yemen|Yemeni|Sanaa;Sana'a;Aden
ZA|South Africa|South African|Pretoria;Cape Town|Union Buildings
ZM|Zambia|Zambian|Lusaka
ZW|Zimbabwe|Zimbabwean|Harare
"""

# Bodies that have more than one common name; the part before | is the value.
_BODIES = """
eu|European Union;EU;E.U.;European Commission;European Council|Brussels
un|United Nations;UN;U.N.;UN Security Council;United Nations Security Council
nato|North Atlantic Treaty Organization;North Atlantic Treaty Organisation;NATO;Nato;\
North Atlantic Alliance;Atlantic Alliance
au|African Union;AU
osce|Organization for Security and Co-operation in Europe;\
Organisation for Security and Co-operation in Europe;OSCE
asean|Association of Southeast Asian Nations;ASEAN
iaea|International Atomic Energy Agency;IAEA
who|World Health Organization;World Health Organisation;WHO
wto|World Trade Organization;World Trade Organisation;WTO
imf|International Monetary Fund;IMF
world bank|World Bank
icc|International Criminal Court;ICC
icj|International Court of Justice;ICJ
icrc|International Committee of the Red Cross;ICRC;Red Cross
ecowas|Economic Community of West African States;ECOWAS
gcc|Gulf Cooperation Council;GCC
cis|Commonwealth of Independent States;CIS
csto|Collective Security Treaty Organization;Collective Security Treaty Organisation;CSTO
sco|Shanghai Cooperation Organization;Shanghai Cooperation Organisation;SCO
eaeu|Eurasian Economic Union;EAEU
opec|Organization of the Petroleum Exporting Countries;OPEC
arab league|League of Arab States;Arab League
ussr|Soviet Union;USSR;U.S.S.R.
g7|Group of Seven;G7;G-7
g20|Group of Twenty;G20;G-20
plo|Palestine Liberation Organization;Palestine Liberation Organisation;PLO
"""


@dataclass(frozen=True, slots=True)
class Name:
    """What a written name stands for."""

    value: str  # `country:RU`, `org:un`
    kind: str  # "name", "demonym", "capital", "seat"
    city: str = ""  # the first spelling of a capital


def _load() -> dict[str, Name]:
    names: dict[str, Name] = {}
    for line in _TABLE.strip().splitlines():
        code, *columns = line.split("|")
        for kind, column in zip(("name", "demonym", "capital", "seat"), columns, strict=False):
            listed = [written for written in column.split(";") if written]
            for written in listed:
                # Spellings of one city begin alike; a second seat of government doesn't.
                city = next(other for other in listed if other[0] == written[0])
                first = city if kind == "capital" else ""
                names.setdefault(written, Name(f"country:{code}", kind, first))
                if kind == "demonym" and not written.endswith(("ch", "sh", "se", "ss", "men")):
                    names.setdefault(f"{written}s", Name(f"country:{code}", kind))
    for line in _BODIES.strip().splitlines():
        code, *columns = line.split("|")
        for kind, column in zip(("name", "capital"), columns, strict=False):
            for written in column.split(";"):
                names.setdefault(written, Name(f"org:{code}", kind))
    return names


NAMES = _load()
BODIES = frozenset(n.value[4:] for n in NAMES.values() if n.value.startswith("org:"))
CAPITALS = {  # capital or seat -> value, for `names.same_entity`
    written: name.value for written, name in NAMES.items() if name.kind in ("capital", "seat")
}
