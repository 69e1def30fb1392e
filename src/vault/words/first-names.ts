// Given names of people who live in France, wherever their families come from. Written by hand for
// this program: no list of anyone's is copied. Case and accents do not count.
import { listed } from "./listed.ts";

/** Names that are nothing else in French: found at the beginning of a sentence and in lower case too. */
export const plainNames = listed(`
Abel Achille Adam Adélaïde Adèle Adeline Adolphe Adrian Adrien Adrienne Agathe Aglaé Agnès Alain Alban
Albane Albert Alberte Albertine Albin Alec Alex Alexandra Alexandre Alexane Alexia Alexis Alfred Alice
Alicia Aline Alison Alix Aloïs Alphonse Amandine Amaury Amélie Anaël Anaëlle Anaïs Anastasia Anatole André
Andréa Andrée Andy Angéla Angèle Angélina Anita Ann Anna Annabelle Annaëlle Anne Anne-Lise Anne-Marie
Anne-Sophie Annette Annick Annie Anselme Antoine Antoinette Antonin Apolline Ariane Arielle Arlette Armand
Armande Armelle Arnaud Arsène Arthur Astrid Aubin Aude Audrey Augustin Augustine Aurélia Aurélie Aurélien
Axel Axelle Aymeric Baptiste Barbara Barnabé Barthélemy Bastien Béatrice Bénédicte Benjamin Benoît Benoîte
Bérangère Bérénice Bernadette Bernard Bernardin Berthe Bertrand Bettina Blaise Blandine Boris Brandon Brenda
Brice Brigitte Bruno Bryan Calixte Camélia Camille Candice Carine Carl Carla Carole Caroline Cassandra
Cassandre Catherine Cathy Cécile Cécilia Cédric Céline Césaire Chantal Charlène Charlie Charline Charly
Chloé Christelle Christiane Christine Christophe Cindy Clara Clarisse Claude Claudette Claudia Claudie
Claudine Clélia Clément Cléo Clotilde Clovis Colette Coline Constantin Coralie Corentin Corinne Cyprien
Cyrielle Cyril Cyrille Damien Daniel Danièle Danielle Danny Daphné David Davy Déborah Delphine Denis Denise
Diane Didier Diego Dimitri Donatien Dorian Doriane Dorine Dorothée Dylan Edgar Edith Edmond Edmonde Édouard
Edwige Éléa Éléna Éléonore Élia Éliane Élie Éliette Éliott Elisa Élisabeth Élise Élisée Ella Elliot Élodie
Éloi Éloïse Elsa Elvire Elyna Émeline Émeric Émile Émilie Émilien Émilienne Emma Emmanuel Emmanuelle
Enguerrand Enzo Éric Érica Erwan Erwann Esteban Estelle Esther Ethan Étienne Eudes Eugène Eugénie Eulalie
Éva Évan Évelyne Évrard Ézéchiel Fabien Fabienne Fabrice Faustine Félicie Félicien Félix Ferdinand Fernand
Fernande Fiona Firmin Flavie Flavien Florent Florentin Florian Floriane Florine Franceline Francette
Francine Francis Franck François Françoise Frédéric Frédérique Gabin Gabriel Gabrielle Gaëlle Gaëtan Gaspard
Gaston Gauthier Gautier Geneviève Geoffrey Geoffroy Georges Georgette Gérald Géraldine Gérard Gervais
Ghislain Ghislaine Gilbert Gilberte Ginette Gisèle Gladys Gontran Grégoire Grégory Guénaël Guénolé Guilhem
Guillaume Guillemette Gustave Guylaine Gwenaël Gwenaëlle Gwendoline Hadrien Hector Hélène Héloïse Henri
Henriette Herbert Hermine Hervé Hilaire Hippolyte Honorine Hortense Hubert Hugo Hugues Huguette Ilan Inès
Ingrid Irène Isaac Isabelle Isaure Isidore Ivan Ivana Jacky Jacob Jacqueline Jacques Jason Jean-Baptiste
Jean-Claude Jean-François Jean-Louis Jean-Luc Jean-Marc Jean-Marie Jean-Michel Jean-Paul Jean-Pierre Jeanine
Jeanne Jeannette Jeannine Jennifer Jenny Jérémie Jérémy Jérôme Jessica Jessy Jimmy Joachim Joanna Jocelyn
Jocelyne Joël Joëlie Joëlle Johan Johanna Johnny Jonas Jonathan Joseph Joséphine Josette Josiane Josselin
Josué Joyce Judith Julia Julian Juliane Julie Julien Julienne Juliette Justin Justine Karelle Karen Karin
Karine Katia Kelly Kenny Kenza Kévin Killian Kylian Laetitia Larissa Laura Laureen Laurence Laurène Laurent
Laurette Laurie Laurine Léa Léana Léandre Lena Lenny Léo Léon Léonard Léonce Léonie Léontine Léopold Leslie
Lidia Lilian Liliane Lilou Lily Lina Linda Lionel Lisa Lisette Lison Livia Logan Loïc Lola Lorena Lorenzo
Lorette Loris Louane Louis Louise Louisette Louka Luc Luca Lucas Lucette Lucia Lucie Lucien Lucienne Lucile
Lucille Ludivine Ludovic Lydia Lydie Lylou Lætitia Maddy Maé Maël Maëlle Maëlys Maeva Magali Magalie Maïlys
Malo Manon Manuela Marc Marc-Antoine Marceau Marcel Marcelin Marceline Marcelle Margaux Margot Marianne
Marie-Christine Marie-Claire Marie-Claude Marie-France Marie-Hélène Marie-Laure Marie-Line Marie-Louise
Marie-Noëlle Marie-Odile Marie-Paule Marie-Pierre Marie-Thérèse Marielle Mariette Marilyn Marilyne Marina
Mario Marion Marius Marjolaine Marjorie Marlène Marlon Marthe Martine Marvin Maryline Maryse Maryvonne
Mathéo Mathias Mathieu Mathilde Mathis Mathurin Mathys Matthias Matthieu Maud Maude Maurice Maurine Maxence
Maximilien Maylis Mégane Mélanie Mélina Mélinda Méline Mélissa Mériadec Meryl Michaël Michel Michèle
Micheline Michelle Mickaël Miguel Mikaël Mike Milo Mireille Monique Morgan Morgane Muriel Mylène Myriam
Nadège Nadine Naomi Nathalie Nathan Nathanaël Nestor Nicolas Nicole Nicoletta Nina Nino Ninon Noam Noé
Noëlie Noémie Nolan Nolwenn Norbert Norman Océane Octavie Odette Odile Odilon Olga Olivia Ophélie Orane
Oriane Orlane Oscar Oswald Ottavio Pacôme Pamela Paola Pascale Pascaline Patrice Patricia Patrick Paul
Paul-Henri Paula Paule Paulette Paulin Pauline Peggy Pénélope Perceval Perrine Philibert Philippe Philomène
Pierre-Louis Pierre-Yves Pierrette Pierrick Priscilla Quentin Rachel Rafaël Raoul Raphaël Raphaëlle Raymond
Raymonde Rébecca Régine Régis Réjane Rémi Rémy Renaud René Renée Reynald Richard Rita Robert Roberte
Robinson Rodolphe Rodrigue Roger Roland Rolande Roméo Romuald Romy Ronan Rosalie Roselyne Rosine Roxane
Ruben Ryan Sabrina Sacha Salomé Salomon Samantha Samuel Sandra Sandrine Sandy Sarah Sasha Saturnin Scarlett
Sébastien Ségolène Séraphin Séraphine Serge Séverin Séverine Shana Sharon Shirley Sidonie Sigolène Siméon
Simon Simone Solange Solène Soline Sonia Sophia Sophie Stacy Stanislas Steeve Stéphane Stéphanie Stéphen
Steven Sullivan Suzanne Suzon Sybille Sylvain Sylvaine Sylvette Sylviane Sylvie Tanguy Tania Tatiana Teddy
Téo Thaïs Théa Thelma Théo Théodore Théophile Thérèse Thibaud Thibault Thibaut Thierry Thomas Tifany Tiffany
Tiphaine Titouan Tobias Tom Tommy Tristan Typhaine Ugo Ulysse Urbain Ursule Valère Valérie Valéry Vanessa
Véronique Vianney Vicky Victor Victoria Victorine Vincent Virgile Virginie Vivian Viviane Vladimir Walter
Warren Wendy Wilfried William Willy Xavier Xavière Yaël Yann Yannick Yannis Yoann Yohan Yohann Yolande Youna
Yvan Yvelise Yves Yvette Yvon Yvonne Zacharie Zéphyrin Zoé

Abdallah Abdel Abdelaziz Abdelghani Abdelhak Abdelhakim Abdelhamid Abdelkader Abdelkarim Abdelkrim Abdellah
Abdellatif Abdelmalek Abdelwahab Abdennour Abderrahim Abderrahmane Abderrazak Abdeslam Abdessalam Abdessamad
Abdoul Achour Achraf Adel Adem Adil Adnan Adnane Ahcène Ahlam Ahmed Ahmid Aïcha Aïda Aïmen Aïssa Akim Akram
Alaeddine Ali Alia Aliya Allal Amal Amar Amel Ameur Amin Amina Amir Amira Ammar Anas Anass Anissa Anouar
Areski Arezki Arwa Asma Asmaa Assia Assya Atika Ayad Ayman Aymen Ayoub Azeddine Aziz Aziza Azzedine Bachir
Badis Badr Bechir Belkacem Benaïssa Bilal Bilel Billel Boualem Boubker Bouchra Boudjema Brahim Chafik
Chahinez Chahrazad Chaïma Chaïmaa Chakib Chérif Chérifa Chérine Chiraz Choukri Dalila Daoud Djamal Djamel
Djamila Djaouad Djelloul Djibril Dounia Dris Driss Ezzedine Fadela Fadhila Fadila Fahd Fahim Faïza Faouzi
Faouzia Farah Fares Farid Farida Fatah Fatiha Fatima Fatima-Zahra Fatma Fawzi Fayçal Faysal Ferhat Feriel
Ferroudja Firas Fodil Fouad Foued Fouzia Ghalem Ghania Ghazi Ghizlane Habib Habiba Hacène Hachemi Hadja
Hadjer Hafid Hafida Hafsa Hajar Hakim Hakima Halim Halima Hamdi Hamed Hamid Hamida Hamou Hamza Hana Hanaé
Hanane Hani Hanifa Haroun Hasna Hasnaa Hassan Hassane Hassen Hassiba Hassina Hatem Hayat Hayette Haytem Hédi
Hicham Hichem Hind Hocine Houari Houcine Houda Houria Houssam Houssem Hussein Iba Ibrahim Ibtissam Idir
Idris Idriss Ihab Ihsane Ihssan Ikram Ilhame Ilhem Ilias Ilyas Ilyès Imad Imane Imed Imène Imran Imrane
Inaya Insaf Iqbal Ismaël Ismahane Ismaïl Israa Issam Izem Jaafar Jaber Jad Jalal Jalil Jamal Jamel Jamila
Jaouad Jawad Jihad Jihane Jounaïd Kader Kahina Kaïs Kamal Kamel Kamélia Kaouther Karim Karima Kawtar Keltoum
Khadidja Khadija Khadra Khaled Khalid Khalil Kheira Khelifa Kouider Lahcen Lahcène Laïla Lakhdar Lamia Lamya
Larbi Latifa Leïla Lila Lilia Lotfi Loubna Louisa Lounès Lyès Lyna Maha Mahdi Mahfoud Mahmoud Maïssa Majda
Majid Malek Malik Malika Mansour Mariam Maroua Marwa Marwan Marwane Maryam Massinissa Mebarek Mehdi Mériem
Meryem Messaoud Messaouda Miloud Mimoun Mimouna Mohamed Mohammed Mohand Mokhtar Mokrane Moktar Mokthar
Moncef Monia Morad Mouad Moufida Mouhcine Mouloud Mouna Mounir Mounira Mourad Mouss Moussa Moustapha Mustafa
Mustapha Myriem Nabil Nabila Nacer Nacera Nacim Nadia Nadjet Nadjia Nadjib Nadjim Naël Nafissa Nahel Nahla
Naïm Naïma Najat Najet Najib Najwa Narimane Nasreddine Nasser Nassera Nassim Nassima Nawal Nawel Nawfel
Nazim Nesrine Nidhal Nihad Nizar Noha Nora Norah Nordin Nordine Noria Nour-Eddine Noureddine Nouria Omar
Othman Othmane Ouarda Ouassim Ouiza Oumaïma Oumayma Oussama Rabah Rabia Rachid Rachida Radia Radouane Rafik
Rahim Rahma Rajaa Ramdane Ramzi Rania Raouf Rayan Rayane Razika Réda Rédouane Riad Riadh Rihab Rima Ryad
Saad Saadia Sabah Saber Sabri Sadek Sadia Safa Safia Safiya Saïda Sakina Salah Salaheddine Saliha Salim
Salima Salma Sami Samia Samir Samira Samy Sanaa Sara Sarra Séléna Selim Selma Siham Sihem Slimane Smaïn
Sofia Sofiane Sofien Sonya Soraya Souad Soufiane Souhila Soukaïna Souleymane Soumaya Soumia Tahar Taher
Taoufik Tarek Tarik Tassadit Tayeb Tayebe Thiziri Wadih Wafa Wahib Wahiba Wahid Walid Wassila Wassim Widad
Wissam Wissem Yacin Yacine Yahia Yahya Yamina Yanis Yasmina Yasmine Yassin Yassine Yassir Yazid Youcef
Younes Yousra Youssef Youssra Yuba Zahia Zahir Zahra Zaïnab Zakaria Zakarya Zaki Zeïneb Ziad Zied Zineb
Zined Zinedine Zohra Zoubida Zoubir Zouhair Zouhir Zoulikha Zyad

Abdillah Abdou Abdoulaye Abdramane Abena Abibatou Aboubacar Aboubakar Aboubakary Adama Adji Adjoua Affoué
Ahamada Ahamed Aïssata Aïssatou Akissi Akua Alassane Alhassane Aliou Alioune Amadou Amara Amidou Aminata
Amoin Anfani Anicet Anli Anrafa Anzal Anziza Arame Aristide Arouna Asmine Assa Assane Assetou Assitan Astou
Athanase Attoumane Awa Awat Ayawa Babacar Bacar Bademba Badou Bafodé Bakary Bandiougou Bangaly Banna
Bassirou Binta Bintou Biram Birama Boubacar Bouna Bourama Chadrac Chamsia Chancelvie Charfati Cheick Cheikh
Cheikhou Chinedu Chioma Coumba Daouda Demba Dembo Dhoirfia Diaby Diariatou Diarra Diarrah Diénaba Dieudonné
Dieynaba Djénaba Djénéba Djibi Djiby Djimé Djoumé Dramane Ebony Echata Elhadj Emeka Exaucé Fahardine Fanta
Farda Fatim Fatimata Fatou Fatoumata Fily Fodé Fousseni Fousseyni Fousseynou Gaoussou Gloria Gnima Gora
Goundo Guelord Habibatou Halidi Hamadi Hamady Hamidou Harouna Hawa Hawaou Héritier Houleye Houmadi Ibou
Ibouroi Ibra Ibrahima Idrissa Ifeoma Ismaïla Issa Issaka Issiaka Jospin Kabongo Kadiatou Kadidia Kadidiatou
Kalala Kalidou Kalilou Kamardine Karamoko Kasongo Kelechi Khadiatou Khadim Khady Khoudia Koffi Konan Kossi
Kouakou Kouamé Kouassi Kwame Lanciné Landry Laoura Lassana Lassina Ludmilla Macodou Madina Madou Mady
Maïmouna Makadji Makan Makaya Makhan Malado Malang Malick Mamadi Mamadou Mamady Mamou Maoulida Mariama
Mariame Massandjé Massiré Massogbè Matar Mavungu Mbala Mbaye Mbuyi Mdahoma Médoune Mhadji Modibo Modou
Mohamadou Mohéli Moinaecha Moinafatima Moriba Mouctar Mouhamadou Moulaye Moussou Mpoyi Mukendi Nadjati Nafi
Nafissatou Namory Nantenin Nassuf Ndeye Ngalula Ngoma Ngozi Niakalé Niouma Nkechi Nkosi Nlandu Nourdine
Nsimba Nzuzi Obinna Oluwaseun Oumar Oumou Oury Ousmane Ousseynou Penda Plamedi Raïssa Ramata Ramatou
Ramatoulaye Rokhaya Rokia Rokiatou Rougui Ruth Saandi Sadio Safiatou Saïbou Saindou Salamata Salif Salifou
Salimata Saly Samassa Sambou Sanaba Sanoussi Sekou Serigne Seydi Seydina Seydou Siaka Sidiki Sidy Siga Sitan
Soifia Soilihi Sokhna Souaibou Souleymana Soumaïla Soumette Tamsir Tenin Thierno Tidiane Tidjane Tiécoura
Tiemoko Toihir Toumani Tshala Tshibola Tshimanga Tunde Uche Waly Yacou Yacouba Yaya Yero Youma Younoussa
Yousouf Youssouf Youssoufa Zaïnaba Zalihata Zeinabou Zoubeida

Abílio Adelino Albertina Alberto Alda Alejandro Alessandra Alessandro Alfredo Alvaro Amalia Amândio Ana
Anabela Andrés Angelo Antonella Antonio Arlindo Armando Arminda Artur Arturo Aurora Beatriz Bento Bruna
Camila Carlos Carminda Catarina Célia Chiara Conceição Concetta Consuelo Cristiano Cristina Cristobal
Deolinda Dinis Dolores Domenico Domingos Duarte Eduardo Elisabete Elsinha Emilia Enrico Enrique Ermelinda
Fabio Fabrizio Federica Fernanda Fernández Fernando Filipa Filipe Filomena Francesca Francesco Francisca
Francisco Giacomo Gianni Gino Giorgio Giovanna Giovanni Giulia Giuseppe Giuseppina Gonçalo Gonzalo Graça
Graciete Guillermo Helder Helena Henrique Herminia Idalina Ignacio Isaura Ivone Javier Joana João Joaquim
Joaquín Joaquina Jordi Jorge José Juan Juana Leandro Leonor Lourdes Lourenço Luciana Lucinda Luigi Luís
Luisa Lurdes Macarena Madalena Manolo Marcelino Marco Margarida Mariana Maribel Marisol Martinho Massimo
Mateus Matteo Maurício Mauro Micaela Montserrat Natália Natalina Nelson Nuno Nunzio Olinda Orlando Pablo
Paco Palmira Paloma Paulo Pedro Pietro Pilar Rafaela Ramón Raquel Renato Ricardo Rocco Rodrigo Rogério
Rosalina Rui Salvatore Sérgio Silvia Silvio Susana Telmo Teresa Tiago Tomás Tonio Umberto Valeria Vasco
Vincenzo Virginia Vítor Vittorio Yolanda Zulmira

Aarav Abbas Abdulrahman Abhishek Adelina Admir Agim Agnesa Agnieszka Agron Ahmadullah Ahmet Ajay Akira
Albana Aleksandar Aleksandra Aleksei Alexandru Alexeï Almir Alparslan Amit Amra Anastasiia Anca Andreï
Andrzej Anil Anjali Anouch Anoushka Anton Aram Araxie Arben Arda Ardita Arjun Arkadi Arlind Armend Arpiné
Arsen Arta Artak Artan Ashok Aslambek Aslan Asli Astghik Atilla Atonio Ayhan Ayla Aylin Aynur Ayse Aysun
Aytekin Azad Azra Balakumar Baris Batuhan Bayram Beata Behrouz Benedicta Berivan Berkan Berkay Besa Besarta
Besnik Betül Bianca Bich Bijan Biljana Bilquis Blerim Blerta Boban Bogdan Bogusław Bojan Bopha Bounmy
Bounthanh Branka Branko Bujar Bülent Burak Burcu Burim Büsra Canan Catalin Cem Cemal Cemile Cengiz Chandara
Channary Chantrea Chenda Chenglong Chinh Cihan Ciprian Claudiu Constantina Cosmin Costel Cristian Cuong
Cyrus Czeslaw Daniela Dardan Dariusz Darko Darya Davit Deepak Deepika Dejan Deniz Derya Devrim Dieulita
Dieuseul Dilan Dilek Dinh Divya Djason Djokhar Dmitri Doina Dorin Dorota Dragan Dragana Dragica Drita Duc
Dumitru Dung Dusan Ebru Ece Edona Edvard Ekaterina Elif Elmedina Elvir Elyne Emin Emina Emine Emrah Emre
Enes Engin Enver Erblin Ercan Erdal Erdem Erdogan Eren Erkan Erol Ersin Esma Esra Eun-ji Evgueni Ewa Fadil
Farhad Farhana Farshid Farzad Fatih Fatmir Fatos Fereshteh Ferhan Figen Filiz Florin Florina Flutura Furkan
Gabriela Galina Gamze Gayané Gayathri Gezim Gheorghe Gholam Giang Giulian Gökhan Golnaz Gopal Goran Gordana
Gourgen Grażyna Grigori Grzegorz Guerda Gülay Gülcan Gülsen Gülten Habibullah Hagop Hakan Halil Halime
Halina Hamdiye Hamidullah Hande Haris Harpreet Haruka Hasan Hasmik Hatice Havva Hayriye Hieu Hinano Hiroshi
Hoa Hoang Hovhannes Hülya Huong Hüseyin Hussain Huyen Hye-jin Igor Ileana Ilir Iljaz Ilkay Ilknur Ilona
Indira Ioan Ioana Ionel Ionela Ionut Irina Iryna Iulia Iulian Jacek Jadwiga Jagdish Janusz Jasmina Jaspreet
Jaweed Jayson Jelena Jhonny Ji-woo Jia Jialin Jiawei Jolanta Jordy Jovan Junjie Kadir Kalolo Kamala Karthik
Karwan Kassandra Kassim Katarzyna Kateryna Kaveh Kavitha Kayla Kazim Keiko Kelyan Kemal Kenan Kenji Kenzo
Khamphone Khamsay Khanh Khava Khosrow Kieu Kilyan Kosal Kosovare Kreshnik Krishna Krystyna Krzysztof Ksenia
Kübra Kujtim Kumar Kyllian Labinot Lakshmi Laleh Laly Lanh Larysa Laurentiu Layana Léanna Leszek Leyla Liam
Linh Lirim Lissandro Liviu Ljiljana Loane Lohan Loredana Louiné Lucian Ludmila Lulzim Lusine Maciej Madalina
Magdalena Maheata Mahesh Mahnaz Mahsa Maïwenn Makara Makka Maksym Malgorzata Malia Maloé Manjula Manouchka
Marek Marian Marija Marko Masoud Mathéis Mayline Mayron Małgorzata Mehmet Meiling Melek Melike Meltem Mert
Merve Mesut Metin Mevlüt Micheleine Mieczyslaw Mihaela Mihai Mihail Mikhaïl Mila Milena Milica Milos Min-jun
Mina Mingming Minh Mircea Mirela Mirjana Miroslav Mirwais Mislande Mitra Mladen Mohan Mohsen Mohsin Mostafa
Movsar Mücahit Muhamed Muhammed Muhammet Mükremin Murat Murugan Nadeem Nadeige Nadejda Nader Naëlle
Najibullah Naoko Nareg Narek Nariné Nary Naser Nasrin Naveed Navid Nazli Nebojsa Necati Necla Nélia Nelya
Nemanja Nenad Nermin Neslihan Nesrin Nexhmije Ngoc Nguyet Nhung Nicolae Nicoleta Nicu Nihat Nikola Nilgün
Nirmala Novak Nuray Nurcan Nuri Nuriye Nurten Nusrat Oana Octavian Odelin Okan Oksana Oktay Oleg Oleksandr
Olena Omid Onur Orhan Osman Ovidiu Özcan Özgür Özlem Parisa Parvathi Parviz Pavel Pawel Pelin Petar Petelo
Petronela Petru Phalla Phonsavanh Phuc Phuong Pinar Piotr Poehere Polina Pouya Pradeep Prakash Praveen
Predrag Priya Qasim Qendrim Qiang Quang Quoc Quynh Radha Radmila Radu Rahmatullah Raimana Rajan Rajeev
Rajesh Rakesh Raluca Ramazan Ramesh Ramona Ramush Ramzan Ranjit Rayhan Razvan Recep Rekha Rexhep Reza Rithy
Rizwan Rodica Rojda Rojin Rostam Roxana Ruslan Sabriye Saima Sakura Salih Samim Samnang Sandeep Sanel Sanja
Sanjay Sarita Sarkis Saroeun Sasa Sathya Satoshi Savas Seda Sedat Sefa Selçuk Selin Selvam Semra Senad Serap
Serdar Serey Sergueï Serhat Serhiy Serkan Serpil Seung Sevda Sevgi Sevim Sevinç Seyit Shabnam Shahid Shahin
Shahram Shanti Sharif Shazia Shirin Shiva Sibel Simin Sinan Siranouch Sita Sivakumar Sladjana Slavica
Slobodan Snezana Soan Sofiia Soheila Sohrab Sokha Sokhom Somchaï Somphone Songül Sophal Sophea Sorin Sosefo
Sothea Souvanna Srdjan Srey Stanislaw Stefan Stefania Stojan Suat Subramaniam Suleyman Sumathi Sümeyye
Sung-min Sunil Sunita Suresh Suzana Svetlana Tadeusz Tahira Takeshi Tamerlan Taras Tariq Tehani Teiva
Tetiana Teva Thao Tharshini Thida Thien Thongchanh Thurka Thuy Tigran Tijana Timéo Timothé Timothée Tolga
Tomasz Tomislav Traian Trinh Trung Tuan Tugba Tuncay Turgut Tuyet Tyméo Tyron Ufuk Ugur Umit Umut Urszula
Usha Usman Vahan Vahé Vaiana Valbona Valentyna Valon Vanna Vartan Vasile Veasna Vesna Viet Vijay Viktor
Vilay Vimala Vinh Vinod Viorel Viorica Vjosa Vladan Volkan Volodymyr Wanda Weiwei Wenjie Wesley Wideline
Widley Wieslaw Wilguens Wisly Wojciech Xia Xiaoli Xiaoming Xin Xiu Xuan Yakup Yan Yana Yanyan Yasar Yasemin
Yasin Yavuz Yelena Yeliz Yifan Yildiz Yilmaz Ying Yoko Yoni Yuki Yulia Yun Yunus Yuri Yusuf Yvann Zabihullah
Zalmay Zaur Zaven Zayn Zbigniew Zdravko Zehra Zeki Zeliha Zelim Zelimkhan Zeljko Zerrin Zeynep Zhen Zhihao
Zlatan Zofia Zohreh Zoran Zubair
`);

/** Names that are words too: found where the sentence shows that someone is meant. */
export const wordNames = listed(`
Ada Aimé Aimée Alizée Alma Alpha Ambre Ami Amine Anémone Ange Angélique Anh Anis Asha Aurore Avril Bala
Balla Bamba Bao Baran Baya Ben Bienvenu Bienvenue Bijoux Blanche Bonheur Boubou Brune Can Candide Capucine
Céleste Cerise César Chance Charles Charlotte Christian Claire Clarté Clémence Clémentine Colin Colombe
Combo Côme Constance Constant Dado Dara Désiré Désirée Dia Dior Églantine Eros Espérance Fado Fama Félicité
Fidèle Fiston Fleur Flore Florence Fortuné Franc France Germain Germaine Gilles Gloire Gor Grâce Gül Guy
Hadj Honneur Honoré Hyacinthe Ion Iris Jade Jasmin Jasmine Java Jean Jésus Joie Jordan Joyeux Jules Junior
Juste Kaan Kani Kim Lambert Lamine Lan Laure Léger Lei Liès Lilas Line Lino Lise Loan Loïs Long Lorraine Lou
Luce Lune Lys Madeleine Madi Mai Mama Mame Manuel Marguerite Maria Marie Marin Marine Martial Martin Max
Maxime Mélodie Mercédès Merveille Milan Miracle Modeste Mor Nadir Nana Noël Nour Océan Octave Olive Olivier
Olympe Orphée Papa Pape Papou Parfait Pascal Patience Perle Pervenche Philippine Pierre Pierrot Ping Placide
Prince Princesse Prisca Providence Prudence Prune Quan Rade Rama Rami Ravi Reine Rim Robin Romain Romaine
Roman Romane Rosa Rosaire Rosario Rose Sage Said Salem Sam Samba Sana Santiago Santo Saphir Sidi Sira Siré
Sol Soledad Stella Sultan Suzette Swan Sylvestre Tam Tamer Tata Thanh Thi Tien Toussaint Trang Trésor Uma
Valentine Van Vera Vertu Victoire Vie Violette Vivien Yen Yong
`);
