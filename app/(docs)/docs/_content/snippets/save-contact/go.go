// Saves a contact; if the number is known, its fields are merged.
// Takes a token with the scope manage.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"
)

var client = &http.Client{Timeout: 30 * time.Second}

type contact struct {
	ContactID string            `json:"contact_id,omitempty"`
	Number    string            `json:"number,omitempty"`
	Fields    map[string]string `json:"fields,omitempty"`
	Detail    string            `json:"detail,omitempty"`
}

func main() {
	log.SetFlags(0)
	body, err := json.Marshal(contact{
		Number: "48732129000",
		Fields: map[string]string{"first_name": "Ada"},
	})
	if err != nil {
		log.Fatal(err)
	}
	url := "http://localhost:3000/api/contacts"
	request, err := http.NewRequest("POST", url, bytes.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("ACTIO_TOKEN"))
	request.Header.Set("Content-Type", "application/json")
	response, err := client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	var saved contact
	if err := json.NewDecoder(response.Body).Decode(&saved); err != nil {
		log.Fatal(err)
	}
	if response.StatusCode != 200 {
		log.Fatal(saved.Detail)
	}
	fmt.Println(saved.ContactID, saved.Number)
}
